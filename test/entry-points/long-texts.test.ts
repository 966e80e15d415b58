import { describe, expect, test } from 'vitest';
import { plainMeeting } from '../../sandbox/conference/meetings.ts';
import { lasting, minutesFrom } from '../../sandbox/conference/samples/times.ts';
import type { WireMeeting } from '../../sandbox/conference/wire.ts';
import { fieldsAt } from '../../sandbox/slack/fields.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { shares } from '../support/following.ts';
import { findsAtHome, openedHome } from '../support/home.ts';
import {
  asksForDetails,
  choose,
  modalShown,
  onlyUnfurl,
  paste,
  press,
  topModal,
} from '../support/interactions.ts';
import { lastEphemeral, onStage, PLAIN, types } from '../support/on-stage.ts';
import { buttonsIn, shownIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

const HOST = 'U0ZED';
const AMPERSANDS = `https://ntest.qsh1.cn/k/long?${'&'.repeat(900)}`;
const HOST_LINK = 'https://ntest.qsh1.cn/k/host700099';
/** Half a surrogate pair, as such or as JSON escapes it. */
const HALF = /\p{Surrogate}|\\ud[89a-f]/iu;
const TECHNOLOGIST = '👩🏽‍💻';

/** A stage with one more live meeting; what Slack would refuse fails the test. */
async function stageWith(overrides: WireMeeting): Promise<Stage> {
  const stage = await onStage();
  stage.slack.people.set(HOST, person({ id: HOST, email: 'meimei.han@example.com' }));
  stage.conference.meetings.put(
    plainMeeting(700_099, { ...lasting(minutesFrom(stage.now(), -5), 60), ...overrides }),
  );
  return stage;
}

describe('a meeting whose attendee link is 900 ampersands long', () => {
  const long = { attendeeJoinUrl: AMPERSANDS, hostJoinUrl: HOST_LINK, title: 'Endless' };

  test('does not spoil the Home tab, nor the list of today', async () => {
    const stage = await stageWith(long);
    const home = shownIn(await openedHome(stage, HOST));
    expect(home).toContain('Endless\n:large_green_circle: *Live now* · ');
    expect(home).toContain(`Join Endless (${en.linkTooLong})`);
    expect(home).toContain('Quarterly review');
    expect((await types(stage, 'today', { userId: HOST })).shown).toContain('*Endless*');
    expect(stage.slack.violations).toEqual([]);
  });

  test('has it in the button of its card, and of the card under it', async () => {
    const stage = await stageWith(long);
    const card = await shares(stage, '700099');
    expect(buttonsIn(card).find(({ action_id }) => action_id === 'meeting_join')?.url).toBe(AMPERSANDS);
    const { blocks } = onlyUnfurl(await paste(stage, AMPERSANDS));
    expect(fieldsAt(blocks[0] ?? {}, 'accessory')?.url).toBe(AMPERSANDS);
    expect(stage.slack.violations).toEqual([]);
  });

  test('is given as a button to who pasted its host link', async () => {
    const stage = await stageWith(long);
    await types(stage, '700099');
    await paste(stage, HOST_LINK, { userId: 'U0ANN' });
    const warning = lastEphemeral(stage);
    expect(shownIn(warning)).toContain(`${en.useInstead}: ${en.join}`);
    expect(fieldsAt(warning.blocks[0] ?? {}, 'accessory')?.url).toBe(AMPERSANDS);
    expect(stage.slack.violations).toEqual([]);
  });
});

test('a meeting of ampersands alone is shown through every entry point', async () => {
  const all = '&'.repeat(5000);
  const invited = Array.from({ length: 50 }, () => ({ displayName: all, companyName: all, userType: 2 }));
  const stage = await stageWith({
    title: all,
    hostName: all,
    attendList: invited,
    attendeeJoinUrl: AMPERSANDS,
  });
  await types(stage, '700099', { userId: HOST });
  await press(stage, lastEphemeral(stage), 'meeting_access');
  await asksForDetails(stage, 'meeting 700099', { userId: HOST });
  expect(modalShown(stage, HOST)).toContain('&&&…');
  await choose(stage, topModal(stage, HOST), 'people');
  expect(modalShown(stage, HOST)).toContain('&amp;&amp;…*');
  await openedHome(stage, HOST);
  await types(stage, 'share 700099');
  await types(stage, '&<>'.repeat(400));
  expect(stage.slack.violations).toEqual([]);
});

describe('a text that is cut', () => {
  test('is cut between the characters that people see, also among the recent meetings', async () => {
    const stage = await stageWith({ title: `a${TECHNOLOGIST.repeat(100)}` });
    await types(stage, '700099', { userId: PLAIN });
    const shown = [shownIn(await openedHome(stage, PLAIN)), (await types(stage, '')).shown];
    for (const text of shown) expect(text).toMatch(/^\*a(?:👩🏽‍💻)+…\* · meeting 700099$/mu);
    expect(stage.slack.violations).toEqual([]);
  });

  test.each(['\ud83d', '\udcbb'])(
    'shows the half %j of a character of the vendor’s as a whole one',
    async (half) => {
      const stage = await stageWith({ title: `a${half}b` });
      const { answer, shown } = await types(stage, '700099');
      expect(shown).toContain('a\ufffdb');
      expect(answer.text).not.toMatch(HALF);
      expect(stage.slack.violations).toEqual([]);
    },
  );

  test('shows half a character that somebody typed as a whole one', async () => {
    const stage = await onStage();
    await findsAtHome(stage, await openedHome(stage, PLAIN), 'a\ud83d');
    expect(modalShown(stage, PLAIN)).toContain(`${en.youTyped} \`a\ufffd\``);
    expect(JSON.stringify(stage.slack.calls.map(({ args }) => args))).not.toMatch(HALF);
  });
});
