import { describe, expect, test } from 'vitest';
import { listPath } from '../../sandbox/conference/endpoints.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { openedHome } from '../support/home.ts';
import { callsOf, done, press } from '../support/interactions.ts';
import { onStage, PLAIN, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

const HOST = 'U0ZED';

/** The host of most sample meetings, reading English, in some zone. */
async function stageWithHost(tz = 'Asia/Shanghai'): Promise<Stage> {
  const stage = await onStage();
  stage.slack.people.set(HOST, person({ id: HOST, email: 'meimei.han@example.com', tz }));
  return stage;
}

describe('the Home tab', () => {
  test('has the find field, how to begin, and nothing of secret', async () => {
    const stage = await stageWithHost();
    const home = await openedHome(stage, HOST);
    const everything = JSON.stringify(home.content);
    expect(home.blocks[0]?.type).toBe('input');
    expect(shownIn(home)).toContain(en.howToBegin);
    expect(everything).not.toMatch(/20150199000|host7000|open-sesame|@example/);
    expect(stage.slack.violations).toEqual([]);
  });

  test('links to the place where people get help, as /meeting help does, where the deployment names one', async () => {
    const stage = await onStage({ env: { SUPPORT_URL: 'https://support.example/cards?from=slack' } });
    const link = `<https://support.example/cards?from=slack|${en.getSupport}>`;
    expect(shownIn(await openedHome(stage, 'U0ANN'))).toContain(link);
    expect((await types(stage, 'help')).shown).toContain(link);
    expect((await types(stage, '+7')).shown).not.toContain(link);
    expect(stage.slack.violations).toEqual([]);
  });

  test('has no such link otherwise', async () => {
    const stage = await onStage();
    expect(shownIn(await openedHome(stage, 'U0ANN'))).not.toContain(en.getSupport);
    expect((await types(stage, 'help')).shown).not.toContain(en.getSupport);
  });

  test('is not built for the Messages tab', async () => {
    const stage = await onStage();
    const { appUrl, slack } = stage;
    await done(stage, () => slack.openHome({ appUrl, userId: 'U0ANN', tab: 'messages' }));
    expect(callsOf(stage, 'views.publish')).toEqual([]);
  });

  test('is built at every opening, and by Refresh', async () => {
    const stage = await stageWithHost();
    const home = await openedHome(stage, HOST);
    await types(stage, '700009', { userId: HOST });
    await press(stage, home, 'meeting_home_refresh');
    expect(shownIn(home)).toContain('*保密评标会 · Sealed bids* · meeting 700009');
    await types(stage, '700003', { userId: HOST });
    expect(shownIn(await openedHome(stage, HOST))).toContain('meeting 700003');
  });
});

describe('Your meetings', () => {
  test('are those of the next seven days: what is live, then today, then by day, with Join on what is live or next', async () => {
    const stage = await stageWithHost();
    const shown = shownIn(await openedHome(stage, HOST));
    const headings = [
      ...shown.matchAll(/^\*(?:Live now|Today\* · .*|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), [^*]+\*|)\*?$/gmu),
    ].map(([heading]) => heading);
    expect(headings).toEqual([
      '*Live now*',
      '*Today* · Mon, Dec 30, 2030',
      '*Tue, Dec 31, 2030*',
      '*Wed, Jan 1, 2031*',
      '*Thu, Jan 2, 2031*',
    ]);
    expect(shown.indexOf('Quarterly')).toBeLessThan(shown.indexOf('Stand-up'));
    const joins = [...shown.matchAll(/\|Join ([^>]+)>/g)].map(([, title]) => title);
    expect(joins).toEqual(['季度评审 · Quarterly review', 'Stand-up · 站会']);
    expect(shown).not.toContain('Retrospective, sprint 41');
    expect(stage.slack.violations).toEqual([]);
  });

  test("are grouped in the person's own zone", async () => {
    const stage = await stageWithHost('America/Los_Angeles');
    const shown = shownIn(await openedHome(stage, HOST));
    const [, sunday = ''] = shown.split('*Today* · Sun, Dec 29, 2030');
    expect(sunday.indexOf('Stand-up')).toBeGreaterThan(0);
    expect(sunday.indexOf('Stand-up')).toBeLessThan(sunday.indexOf('*Mon, Dec 30, 2030*'));
  });

  test('are asked for from today to a week from now, by the number of the person', async () => {
    const stage = await stageWithHost();
    await openedHome(stage, HOST);
    const [question] = stage.conference.questions.filter(({ path }) => path === listPath);
    const from = Date.UTC(2030, 11, 29, 16) / 1000;
    expect(question?.body).toMatchObject({
      startTime: from,
      endTime: from + 7 * 86_400,
      userId: 88_893_351,
      inCycle: 1,
    });
  });

  test.each([
    ['U0ANN', en.unproven['unknown-to-vendor']],
    [PLAIN, en.unproven['no-email']],
    ['U0FAR', en.unproven['other-workspace']],
  ])('of %s, who is unproven, are not asked for, and it says why', async (userId, sentence) => {
    const stage = await onStage();
    const shown = shownIn(await openedHome(stage, userId));
    expect(shown).toContain(`${en.worksWithoutProof} ${sentence}`);
    expect(stage.conference.questions.filter(({ path }) => path === listPath)).toEqual([]);
    expect(stage.slack.violations).toEqual([]);
  });

  test('still say so of today where only later days have some', async () => {
    const stage = await stageWithHost();
    stage.advance(12 * 3600);
    expect(shownIn(await openedHome(stage, HOST))).toContain(
      `*${en.onToday}* · Mon, Dec 30, 2030\n${en.nothingElseToday}\n*Tue, Dec 31, 2030*`,
    );
  });

  test('says so if there are none', async () => {
    const stage = await onStage();
    expect(shownIn(await openedHome(stage, 'U0POLLY'))).toContain(en.nothingThisWeek);
  });

  test.each([
    { kind: 'http', status: 500 },
    { kind: 'hang' },
    { kind: 'html' },
    { kind: 'status', status: 7, msg: 'no' },
  ] as const)('that cannot be had (%j) are said to be, and the rest is there', async (fault) => {
    const stage = await stageWithHost();
    await types(stage, '700009', { userId: HOST });
    stage.conference.fault(fault, Number.POSITIVE_INFINITY, listPath);
    const shown = shownIn(await openedHome(stage, HOST));
    expect(shown).toContain(en.agendaFailed);
    expect(shown).toContain('meeting 700009');
    expect(stage.slack.violations).toEqual([]);
  });
});
