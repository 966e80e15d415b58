import { clickables, findButton } from '../sandbox/slack/deliver/find-button.ts';
import type { SampleSlack } from '../sandbox/slack/sample-slack.ts';
import { closeViews } from '../sandbox/slack/state/view-store.ts';
import { CHANNEL, cast, type Role } from './people.ts';
import { type Shown, screen } from './screen.ts';
import type { Stage } from './stage.ts';
import { type Fields, fieldsOf, listOf, textIn } from './text/fields.ts';

/** Slack itself gives an app three seconds, and the app answers earlier. */
const ANSWER_TIMEOUT_MS = 4000;

/** The menu of a card. */
const MENU = 'meeting_more';

const NOT_THERE = 'There is no card with that button yet; look a meeting up as this person first.';

export interface SessionOptions {
  readonly write: (text: string) => void;
  readonly ansi: boolean;
  readonly columns?: number | undefined;
}

/** Somebody at the sample Slack, and what they do there; what they see of it is written down. */
export interface Session {
  readonly role: () => Role;
  become(role: Role): void;
  /** Types `/meeting <text>`. Resolves with a sentence when the app did not answer. */
  type(text: string): Promise<string | undefined>;
  /** Presses a button on the last card that this person sees. Resolves with a sentence when that did not work. */
  press(actionId: string): Promise<string | undefined>;
  /** The same for a choice in the last card's menu, by what its value begins with. */
  choose(choice: string): Promise<string | undefined>;
}

export function session({ slack, app }: Stage, options: SessionOptions): Session {
  let role: Role = 'stranger';
  const { write, ansi, columns } = options;
  const me = () => cast[role];
  const view = screen({ slack, write, ansi, columns, timeZone: () => me().tz ?? 'UTC' });

  return {
    role: () => role,
    become(next) {
      role = next;
    },
    async type(text) {
      write(`\n${me().realName} (${role}) types in #team: ${`/meeting ${text}`.trim()}\n`);
      const who = { appUrl: app.url, userId: me().id, channelId: CHANNEL };
      const { status, failure, ms } = await slack.command({ ...who, text });
      if (failure === 'operation_timeout') return `The app did not answer: nothing came in ${ms} ms.`;
      if (failure !== undefined) return `The app did not answer: it said HTTP ${status}.`;
      return (await isAnswered())
        ? undefined
        : 'The app did not answer: it took the command and went silent.';
    },
    async press(actionId) {
      const surface = lastWith((element) => element.action_id === actionId);
      if (surface === undefined) return NOT_THERE;
      const label = textIn(fieldsOf(findButton(surface, actionId).element.text).text);
      return click(surface, label, { actionId });
    },
    async choose(choice) {
      const isChoice = ({ value }: Fields) => textIn(value).startsWith(`${choice}/`);
      const surface = lastWith((element) => listOf(element.options).some(isChoice));
      if (surface === undefined) return NOT_THERE;
      const option = listOf(findButton(surface, MENU).element.options).find(isChoice);
      const label = textIn(fieldsOf(option?.text).text);
      return click(surface, label, { actionId: MENU, option: textIn(option?.value) });
    },
  };

  async function click(
    surface: Shown,
    label: string,
    what: { readonly actionId: string; readonly option?: string },
  ): Promise<string | undefined> {
    write(`\n${me().realName} (${role}) presses ${label}\n`);
    closeViews(slack, me().id);
    const { status } = await slack.click({ appUrl: app.url, surface, userId: me().id, ...what });
    if (status !== 200) return `The app did not take the press: it said HTTP ${status}.`;
    return (await isAnswered()) ? undefined : 'The app took the press and went silent.';
  }

  /** Writes down what appears, until something is there that is more than the waiting line. */
  async function isAnswered(): Promise<boolean> {
    const deadline = performance.now() + ANSWER_TIMEOUT_MS;
    for (;;) {
      const before = workDone(slack);
      const shown = view.update();
      if (shown.length > 0 && !shown.some(isWaitingLine)) return true;
      const didMore = await slack
        .waitFor(() => workDone(slack) > before, deadline - performance.now())
        .catch(() => false);
      if (!didMore) return false;
    }
  }

  function lastWith(isIt: (element: Fields) => boolean): Shown | undefined {
    const mine = slack.ephemerals.filter(({ userId }) => userId === me().id);
    const shared = slack.channels.get(CHANNEL)?.messages ?? [];
    const has = ({ blocks }: Shown) => clickables(blocks).some(({ element }) => isIt(element));
    return mine.findLast(has) ?? shared.findLast(has);
  }
}

/** How often the app has done something in Slack. */
const workDone = ({ calls, responses }: SampleSlack): number => calls.length + responses.length;

/** The one line that says that the app is still looking. */
function isWaitingLine({ blocks }: Shown): boolean {
  return blocks.length === 1 && JSON.stringify(blocks).includes(':hourglass_flowing_sand:');
}
