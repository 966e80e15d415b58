import { wordsFor } from '../../src/cards/words/languages.ts';
import { MENU_OPTIONS } from '../../src/slack/menu-options.ts';
import { sharedCards } from '../../src/tracking/shared-card.ts';
import { cheapCards } from './cheap-cards.ts';
import { RULES } from './rules.ts';
import { rulesAlone } from './rules-alone.ts';
import { simulate } from './simulate.ts';
import type { TallyData } from './tally.ts';
import { wholeApp } from './whole-app.ts';

/** The week of one workspace. */
export interface Task {
  readonly code: 'whole-app' | 'rules-alone';
  readonly seed: number;
  readonly meetings: number;
  /** Whether the account may read the list of live meetings. */
  readonly mayListLive: boolean;
}

const renderedCards = sharedCards({
  words: wordsFor('en', 'en'),
  rules: RULES,
  menu: MENU_OPTIONS,
});

export async function run({ code, ...task }: Task): Promise<TallyData> {
  const tally =
    code === 'whole-app'
      ? await simulate({ ...task, workspaceOf: wholeApp, cards: renderedCards })
      : await simulate({ ...task, workspaceOf: rulesAlone, cards: cheapCards });
  return tally.data;
}
