import { describe, expect, test } from 'vitest';
import { host, invited } from '../../sandbox/conference/samples/people.ts';
import { usualRoles } from '../../sandbox/conference/samples/roles.ts';
import type { WireRecord, WireValue } from '../../sandbox/conference/wire.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import { accessOf } from '../support/access.ts';
import { done, paste, press } from '../support/interactions.ts';
import { lastEphemeral, onStage, types } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';
import { sentToSlack } from '../support/visibility/sent-texts.ts';

const LINK = 'https://ntest.qsh1.cn/k/both-700001';
const BOTH = /both-700001/i;

/** A stage on which the full sample meeting has these fields in place of its own. */
async function stageWith(overrides: WireRecord): Promise<Stage> {
  const stage = await onStage();
  const [wire] = stage.conference.meetings.byEventId(700_001);
  stage.conference.meetings.put({ ...wire, ...overrides });
  return stage;
}

/** All that a stranger is answered, and all that the app hands to Slack, when the stranger asks, shares and pastes. */
async function shownToAll(stage: Stage): Promise<string> {
  const { slack, appUrl } = stage;
  const { answer } = await types(stage, '700001', { userId: 'U0POLLY' });
  const card = lastEphemeral(stage);
  await press(stage, card, 'meeting_access');
  await press(stage, card, 'meeting_share');
  await paste(stage, 'https://ntest.qsh1.cn/k/host700001', { userId: 'U0POLLY' });
  const today = await done(stage, () => slack.command({ appUrl, text: 'today', userId: 'U0POLLY' }));
  expect(answer.text).toContain('Quarterly review');
  return JSON.stringify([answer.text, today.text, sentToSlack(stage)]);
}

describe('a link that everybody would see is left out where it is also that of a role', () => {
  test.each<readonly [string, WireRecord]>([
    ['of a host', { managerType: 1, roleId: 7, roleName: 'R' }],
    ['of a host, without an id', { managerType: 1, roleName: 'R' }],
    ['of a host, with the id 0', { managerType: 1, roleId: 0, roleName: 'R' }],
    ['of a host, without id and name', { managerType: 1 }],
    ['of a co-host, without an id', { managerType: 2 }],
    ['of an unknown kind', { managerType: 7, roleId: 7, roleName: 'R' }],
    ['of an unknown kind, without an id', { managerType: 7 }],
    ['of a kind in words', { managerType: 'manager', roleId: 7, roleName: 'R' }],
    ['of a kind that is almost 3', { managerType: '3.0', roleId: 7, roleName: 'R' }],
    ['of a kind that is a list', { managerType: [3], roleId: 7, roleName: 'R' }],
    ['of no kind', { managerType: null, roleId: 7, roleName: 'R' }],
    ['of nothing else', {}],
  ])('%s', async (_whose, role) => {
    const stage = await stageWith({ attendeeJoinUrl: LINK, btplRole: [{ ...role, link: LINK }] });
    expect(await shownToAll(stage)).not.toMatch(BOTH);
  });

  test('but not where the role is surely a plain participant’s', async () => {
    const stage = await stageWith({
      attendeeJoinUrl: LINK,
      btplRole: [{ managerType: 3, link: LINK }],
    });
    expect(await shownToAll(stage)).toMatch(BOTH);
  });
});

describe('a link is left out that is the host’s but for', () => {
  test.each([
    ['percent-encoding', 'https://ntest.qsh1.cn/k/b%6Fth%2d700001'],
    ['slashes', 'https://ntest.qsh1.cn//k//both-700001'],
    ['a dot after the host', 'https://ntest.qsh1.cn./k/both-700001'],
    ['the letter case of the host', 'https://NTEST.qsh1.cn/k/both-700001'],
    ['the default port', 'http://ntest.qsh1.cn:443/k/both-700001'],
    ['dot segments', 'https://ntest.qsh1.cn/k/x/%2e%2e/both-700001'],
    ['query and fragment', 'https://ntest.qsh1.cn/k/both-700001?as=attendee#top'],
  ])('%s', async (_what, spelled) => {
    for (const field of ['attendeeJoinUrl', 'webRTCUrl', 'wcallurl', 'livePullUrl']) {
      const stage = await stageWith({ [field]: spelled, joinHostUrl: LINK });
      expect(await shownToAll(stage)).not.toMatch(/b(o|%6F)th/i);
    }
  });

  test('its length, where the host’s is too long to be shown', async () => {
    const stage = await stageWith({ attendeeJoinUrl: LINK, hostJoinUrl: `${LINK}?${'x'.repeat(2000)}` });
    await types(stage, '700001');
    expect(JSON.stringify(sentToSlack(stage))).not.toMatch(BOTH);
  });
});

/** All that is in *My access* of someone, the addresses of buttons included. */
async function access(stage: Stage, userId: string): Promise<string> {
  await accessOf(stage, userId);
  return JSON.stringify(lastEphemeral(stage));
}

async function accessesOf(overrides: WireRecord) {
  const stage = await stageWith(overrides);
  return {
    attendee: await access(stage, 'U0LUCY'),
    coHost: await access(stage, 'U0LI'),
    host: await access(stage, 'U0HAN'),
  };
}

describe('what is for few is not shown to more, whichever field has it', () => {
  const settings = { openWatchword: 1, eventWatchword: 'open-sesame', eventHostSecret: '918273' };

  test.each<readonly [string, WireRecord, RegExp]>([
    ['the attendee password, where it is the host’s', { pcode2: '201501990001700001' }, /201501990001700001/],
    ['the same in other digits', { pcode2: '２０１５ 0199 0001 700001' }, /２０１５|0001.?700001/],
    ['the attendee password, where it is the host secret', { pcode2: '918273' }, /918273/],
    ['the stream password, where it is the host’s', { livePullPwd: '201501990001700001' }, /201501990001/],
    [
      'the passphrase, where it is the host secret',
      { calExtraInfo: { ...settings, eventWatchword: '918273' } },
      /918273/,
    ],
    [
      'the passphrase, where it is the host link',
      { calExtraInfo: { ...settings, eventWatchword: LINK } },
      BOTH,
    ],
    ['the conference id, where it is the host password', { conferenceId: '201501990001700001' }, /01990001/],
  ])('%s', async (_what, overrides, secret) => {
    const { attendee, coHost, host: hosts } = await accessesOf({ hostJoinUrl: LINK, ...overrides });
    expect(attendee).not.toMatch(secret);
    expect(coHost).not.toMatch(secret);
    expect(hosts).toMatch(secret.source.includes('２') ? /201501990001700001/ : secret);
  });

  test('the co-host link, where it is the host’s but for its spelling', async () => {
    const { coHost } = await accessesOf({ hostJoinUrl: LINK, joinHostUrl: `${LINK}/` });
    expect(coHost).not.toMatch(BOTH);
    expect(coHost).toContain('你是以下会议的联席主持人');
  });

  test('the co-host role’s link, where it is that of a host role; its holder is a co-host all the same', async () => {
    const roles = usualRoles(700_001).map((role) => (role.roleId === 1001 ? { ...role, link: LINK } : role));
    const btplRole = [...roles, { roleId: 9, roleName: 'R', managerType: 1, link: LINK }];
    const { coHost, host: hosts } = await accessesOf({ btplRole });
    expect(coHost).not.toMatch(BOTH);
    expect(coHost).toContain('cohost700001');
    expect(hosts).toMatch(BOTH);
  });

  test('the conference id, where it is the attendee password, is not for all', async () => {
    const stage = await stageWith({ conferenceId: '201501990002700001' });
    expect(await shownToAll(stage)).not.toContain('201501990002');
  });
});

describe('of two things that the vendor says of one role, the lesser right counts', () => {
  const roleOf = (managerType: WireValue, tail: string): WireRecord => ({
    roleId: 1001,
    roleName: 'R',
    managerType,
    link: `https://stest.qsh1.cn/a/${tail}`,
  });

  test.each([
    ['a host’s and a co-host’s', [1, 2], '你是以下会议的联席主持人'],
    ['a co-host’s and a host’s', [2, 1], '你是以下会议的联席主持人'],
    ['a host’s and a participant’s', [1, 3], '你是以下会议的参会人'],
    ['a participant’s and a co-host’s', [3, 2], '你是以下会议的参会人'],
    ['a host’s and an unknown one', [1, 9], '你是以下会议的参会人'],
    ['a co-host’s and one without a kind', [2, null], '你是以下会议的参会人'],
  ])('%s', async (_what, kinds, taken) => {
    const btplRole = kinds.map((kind, nth) => roleOf(kind, `clash-${nth}`));
    const { coHost } = await accessesOf({ btplRole });
    expect(coHost).toContain(taken);
    expect(coHost).not.toContain('clash-');
  });

  test('and no link of that role is for all', async () => {
    const stage = await stageWith({ btplRole: [roleOf(3, 'both-700001'), roleOf(1, 'other')] });
    expect(await shownToAll(stage)).not.toMatch(BOTH);
  });
});

describe('a role proves nothing', () => {
  const link = 'https://stest.qsh1.cn/a/host-of-nobody';
  const someone = { id: 'U0ZED', email: 'meimei.han@example.com', locale: 'en-GB' };

  test.each([0, '0', '000', '0.0', -0, '', null, '  '])('whose id is %j on both sides', async (roleId) => {
    for (const managerType of [1, 2]) {
      const stage = await stageWith({
        hostId: 1,
        attendList: [invited(host, { roleId })],
        btplRole: [{ roleId, roleName: 'R', managerType, link }],
      });
      stage.slack.people.set('U0ZED', person(someone));
      const shown = await access(stage, 'U0ZED');
      expect(shown).toContain('You are an attendee of');
      expect(shown).not.toContain('host-of-nobody');
    }
  });
});
