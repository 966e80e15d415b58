import { describe, expect, test } from 'vitest';
import { infosPath } from '../../sandbox/conference/endpoints.ts';
import type { WireMeeting } from '../../sandbox/conference/wire.ts';
import { until } from '../../sandbox/redis/until.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { ATTENDEES, CO_HOSTS, HOSTS } from '../support/access.ts';
import { shares } from '../support/following.ts';
import { openedHome } from '../support/home.ts';
import { asksForDetails, choose, press, topModal } from '../support/interactions.ts';
import { onRedis } from '../support/on-redis.ts';
import { asked, lastEphemeral, onStage, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import type { Stage, StageOptions } from '../support/stage.ts';

const HOST = 'U0ZED';
const ATTENDEE = 'U0LUCY';
const SECRETS = [ATTENDEES, CO_HOSTS, HOSTS];

/** Meeting 700001, changed as the test says, and its host. */
async function stageWithHost(overrides: WireMeeting = {}, options: StageOptions = {}): Promise<Stage> {
  const stage = await onStage(options);
  stage.slack.people.set(HOST, person({ id: HOST, email: 'meimei.han@example.com' }));
  change(stage, overrides);
  return stage;
}

function change({ conference }: Stage, overrides: WireMeeting): void {
  conference.meetings.put({ ...conference.meetings.byEventId(700_001)[0], ...overrides });
}

/** The host of 700001 is somebody else, and nobody is on its list. */
const dismissAll = (stage: Stage): void => change(stage, { hostId: 1, attendList: [] });

/** The card that somebody gets who asks for 700001, at once or a moment later. */
async function cardOf(stage: Stage, userId: string, appUrl = stage.appUrl): Promise<string> {
  await types(stage, '700001', { userId, appUrl });
  return stage.slack.waitFor(() => {
    const text = JSON.stringify(lastEphemeral(stage));
    return text.includes('Quarterly review') ? text : undefined;
  });
}

/** The same of somebody on the list, once it is known who they are. */
async function ownCardOf(stage: Stage, userId: string, appUrl?: string): Promise<string> {
  let card = '';
  await until(`${userId} is known`, async () => {
    card = await cardOf(stage, userId, appUrl);
    return ATTENDEES.test(card);
  });
  return card;
}

/** What the same person reads who presses *My access* on the card that they have. */
async function pressesAccess(stage: Stage): Promise<string> {
  await press(stage, lastEphemeral(stage), 'meeting_access');
  return shownIn(lastEphemeral(stage));
}

const modalOf = (stage: Stage): string => JSON.stringify(topModal(stage, HOST));

/** What the host reads in the modal that *Show meeting details* opens. */
async function modalFor(stage: Stage, text: string): Promise<string> {
  await asksForDetails(stage, text, { userId: HOST });
  return modalOf(stage);
}

async function detailsOf(stage: Stage, value: string): Promise<string> {
  await press(stage, await openedHome(stage, HOST), 'meeting_details', { value });
  return modalOf(stage);
}

async function postsInThread(stage: Stage): Promise<string> {
  await press(stage, topModal(stage, HOST), 'meeting_post_in_thread');
  return modalOf(stage);
}

const shows = (text: string): readonly boolean[] => SECRETS.map((secrets) => secrets.test(text));
const NOTHING = [false, false, false];
const OF_ATTENDEES = [true, false, false];

const upcoming = (stage: Pick<Stage, 'now'>): WireMeeting => ({
  startTime: Math.floor(stage.now() / 1000) + 86_400,
  endTime: Math.floor(stage.now() / 1000) + 90_000,
});

describe('a right that was taken away is no longer shown', () => {
  test.each([
    ['half a minute while the meeting is live', {}, 30],
    ['five minutes before it', 'upcoming', 300],
    ['five minutes after it ended', { status: 4 }, 300],
    ['five minutes where it is cancelled', { status: 0 }, 300],
  ] as const)('than %s', async (_phase, overrides, seconds) => {
    const stage = await stageWithHost();
    change(stage, overrides === 'upcoming' ? upcoming(stage) : overrides);
    expect(await ownCardOf(stage, HOST)).toMatch(ATTENDEES);
    dismissAll(stage);
    stage.advance(seconds - 1);
    expect(await cardOf(stage, HOST)).toMatch(ATTENDEES);
    expect(asked(stage)).toHaveLength(1);
    stage.advance(1);
    expect(shows(await cardOf(stage, HOST))).toEqual(NOTHING);
    expect(asked(stage)).toHaveLength(2);
  });

  test('than five minutes, whatever CACHE_FRESH_SECONDS says', async () => {
    const stage = await stageWithHost({}, { env: { CACHE_FRESH_SECONDS: '3600' } });
    await ownCardOf(stage, HOST);
    dismissAll(stage);
    stage.advance(300);
    expect(shows(await cardOf(stage, HOST))).toEqual(NOTHING);
  });

  test.each([
    ['by My access', pressesAccess],
    ['by Details', (stage: Stage) => detailsOf(stage, '700001')],
    ['by Show meeting details', (stage: Stage) => modalFor(stage, 'meeting 700001')],
    [
      'by Show meeting details of two meetings',
      (stage: Stage) => modalFor(stage, 'meeting 700001 and 700002'),
    ],
    ['by Post in thread', postsInThread],
  ])('%s either', async (_door, through) => {
    const stage = await stageWithHost();
    await modalFor(stage, 'meeting 700001');
    await ownCardOf(stage, HOST);
    dismissAll(stage);
    stage.advance(60);
    const shown = await through(stage);
    expect(shown).toContain('Quarterly review');
    expect(shows(shown)).toEqual(NOTHING);
  });
});

test('who sees what everybody may see is shown a copy that has aged at once, while it is asked for in the background', async () => {
  const stage = await stageWithHost();
  await cardOf(stage, 'U0POLLY');
  stage.advance(60);
  stage.conference.fault({ kind: 'hold' }, 1, infosPath);
  expect(await cardOf(stage, 'U0POLLY')).toContain('Quarterly review');
  await stage.conference.waitForQuestions(3);
  stage.conference.heal();
});

test('a right that was given is seen by My access as soon as the copy is not fresh', async () => {
  const stage = await stageWithHost({ hostId: 1, attendList: [] });
  await cardOf(stage, HOST);
  const card = lastEphemeral(stage);
  expect(await pressesAccess(stage)).toContain(en.notInvited);
  change(stage, { hostId: 88_893_351 });
  stage.advance(30);
  await press(stage, card, 'meeting_access');
  expect(shownIn(lastEphemeral(stage))).toMatch(HOSTS);
});

test('one lookup counts once for the person, also if it is asked for again to prove a right', async () => {
  const stage = await stageWithHost({}, { env: { LOOKUPS_PER_MINUTE: '2' } });
  await openedHome(stage, HOST);
  await cardOf(stage, HOST);
  stage.advance(45);
  expect(await cardOf(stage, HOST)).toMatch(HOSTS);
});

test('a service that is too slow to prove a right does not make the person wait for their card', async () => {
  const stage = await stageWithHost({ status: 4 });
  await ownCardOf(stage, HOST);
  stage.advance(300);
  stage.conference.fault({ kind: 'hold' }, undefined, infosPath);
  await types(stage, '700001', { userId: HOST });
  const shown = await stage.slack.waitFor(() => {
    const last = shownIn(lastEphemeral(stage));
    return last.includes(en.staleAsOf) ? last : undefined;
  });
  expect(shows(shown)).toEqual(OF_ATTENDEES);
  stage.conference.heal();
});

describe('while the conference service fails', () => {
  test.each([
    ['is down', { kind: 'reset' }],
    ['answers a page', { kind: 'html' }],
    ['hangs', { kind: 'hang' }],
  ] as const)(
    'since it %s, a copy shows what is for attendees, and nothing of hosts and co-hosts',
    async (_how, fault) => {
      const stage = await stageWithHost();
      const at = Math.floor(stage.now() / 1000);
      await ownCardOf(stage, HOST);
      await ownCardOf(stage, ATTENDEE);
      await ownCardOf(stage, 'U0LI');
      stage.advance(60);
      stage.conference.fault(fault, undefined, infosPath);
      for (const userId of [HOST, 'U0LI', ATTENDEE]) {
        const said = await cardOf(stage, userId);
        expect([userId, shows(said)]).toEqual([userId, OF_ATTENDEES]);
        expect(said).toContain(`<!date^${at}^`);
      }
      expect(await cardOf(stage, HOST)).toContain(en.staleAsOf);
    },
  );

  test('My access says so, from when the copy is, and that more may be hidden', async () => {
    const stage = await stageWithHost();
    const at = Math.floor(stage.now() / 1000);
    await ownCardOf(stage, HOST);
    stage.advance(60);
    stage.conference.fault({ kind: 'reset' }, undefined, infosPath);
    const shown = await pressesAccess(stage);
    expect(shows(shown)).toEqual(OF_ATTENDEES);
    expect(shown).toContain(`${en.staleAsOf} <!date^${at}^`);
    expect(shown).toContain(en.rightsNotConfirmed);
    expect(shown).not.toContain(en.accessOf.attendee);
  });

  test('a person who sees everything that is theirs is not told that more may be hidden', async () => {
    const stage = await stageWithHost();
    await cardOf(stage, 'U0POLLY');
    stage.advance(60);
    stage.conference.fault({ kind: 'reset' }, undefined, infosPath);
    const shown = await pressesAccess(stage);
    expect(shown).toContain(en.notInvited);
    expect(shown).not.toContain(en.rightsNotConfirmed);
  });

  test('what is theirs is shown again as soon as it answers', async () => {
    const stage = await stageWithHost();
    await ownCardOf(stage, HOST);
    stage.advance(60);
    stage.conference.fault({ kind: 'reset' }, undefined, infosPath);
    expect(await cardOf(stage, HOST)).not.toMatch(HOSTS);
    stage.conference.heal();
    expect(await cardOf(stage, HOST)).toMatch(HOSTS);
  });
});

const REFUSAL = { kind: 'status', status: 10_001, msg: 'no such right' } as const;

describe('a refusal of the conference service', () => {
  test('withdraws all but the public view from then on, which is the fallback and says so', async () => {
    const stage = await stageWithHost();
    expect(await ownCardOf(stage, HOST)).toMatch(HOSTS);
    await ownCardOf(stage, ATTENDEE);
    stage.advance(10);
    stage.conference.fault(REFUSAL, undefined, infosPath);
    await choose(stage, lastEphemeral(stage), 'refresh');
    for (const userId of [HOST, ATTENDEE]) {
      const said = await cardOf(stage, userId);
      expect([userId, shows(said)]).toEqual([userId, NOTHING]);
      expect(said).toContain('Quarterly review');
      expect(said).toContain(en.staleAsOf);
    }
    expect(shows(await pressesAccess(stage))).toEqual(NOTHING);
  });

  test('holds when it is followed by failures, and ends with the next answer', async () => {
    const stage = await stageWithHost();
    await ownCardOf(stage, ATTENDEE);
    stage.advance(60);
    stage.conference.fault(REFUSAL, 1, infosPath);
    expect(shows(await cardOf(stage, ATTENDEE))).toEqual(NOTHING);
    stage.conference.fault({ kind: 'reset' }, undefined, infosPath);
    expect(shows(await cardOf(stage, ATTENDEE))).toEqual(NOTHING);
    stage.conference.heal();
    expect(shows(await cardOf(stage, ATTENDEE))).toEqual(OF_ATTENDEES);
  });

  test('withdraws the attendee password from channels that show it', async () => {
    const stage = await stageWithHost({}, { env: { CHANNEL_SHOWS_ATTENDEE_PASSWORD: 'true' } });
    expect(JSON.stringify(await shares(stage, '700001'))).toContain('201501990002700001');
    stage.advance(60);
    stage.conference.fault(REFUSAL, undefined, infosPath);
    await types(stage, '700001', { userId: HOST });
    const text = JSON.stringify(await shares(stage, '700001'));
    expect(text).toContain('Quarterly review');
    expect(text).not.toContain('201501990002700001');
  });

  test('is known to the other processes, within three seconds', async () => {
    const redis = await onRedis();
    const stage = await stageWithHost({}, { env: { REDIS_URL: redis.url, LOOKUPS_PER_MINUTE: '100000' } });
    const other = await stage.startApp();
    await until('both use their Redis', async () => {
      stage.advance(400);
      await cardOf(stage, HOST);
      const before = asked(stage).length;
      await cardOf(stage, HOST, other.appUrl);
      return (await redis.keys()).some((key) => key.includes('700001')) && asked(stage).length === before;
    });
    stage.advance(10);
    stage.conference.fault(REFUSAL, 1, infosPath);
    await choose(stage, lastEphemeral(stage), 'refresh');
    stage.advance(3);
    stage.conference.fault({ kind: 'reset' }, undefined, infosPath);
    expect(shows(await cardOf(stage, HOST, other.appUrl))).toEqual(NOTHING);
  });
});

test('My access says from when it is', async () => {
  const stage = await stageWithHost();
  const at = Math.floor(stage.now() / 1000);
  await ownCardOf(stage, HOST);
  stage.advance(20);
  expect(await pressesAccess(stage)).toContain(`as of <!date^${at}^`);
});
