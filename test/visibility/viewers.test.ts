import { describe, expect, test } from 'vitest';
import { accountsPath } from '../../sandbox/conference/endpoints.ts';
import { accountOf, host, invited, outsider } from '../../sandbox/conference/samples/people.ts';
import { type Person, person } from '../../sandbox/slack/state/people.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { ATTENDEES, accessOf, CO_HOSTS, HOSTS } from '../support/access.ts';
import { onStage, types } from '../support/on-stage.ts';

const EMAIL = 'meimei.han@example.com';
/** The host of 700001 by e-mail address, but for what the test says. */
const han = (given: Partial<Person> = {}): Person => person({ id: 'U0ZED', email: EMAIL, ...given });

describe("a person with the host's e-mail address is nobody", () => {
  test.each([
    ['from another workspace', han({ teamId: 'T0FAR' }), en.unproven['other-workspace']],
    ['seen through Slack Connect', han({ isStranger: true }), en.unproven['other-workspace']],
    ['that is a bot', han({ isBot: true }), en.unproven.bot],
    ['that was deleted', han({ isDeleted: true }), en.unproven.bot],
    ['that is not confirmed', han({ isEmailConfirmed: false }), en.unproven['unconfirmed-email']],
    [
      'of which Slack does not say whether it is confirmed',
      han({ isEmailConfirmed: undefined }),
      en.unproven['confirmation-unknown'],
    ],
    ['that Slack does not show', person({ id: 'U0ZED' }), en.unproven['no-email']],
    ['but for a letter', han({ email: `x${EMAIL}` }), en.unproven['unknown-to-vendor']],
  ])('%s, and is told why', async (_why, who, sentence) => {
    const stage = await onStage();
    stage.slack.people.set(who.id, who);
    const shown = await accessOf(stage, who.id);
    expect(shown).toContain(sentence);
    expect(shown).toContain(en.accessOf.public);
    for (const secrets of [ATTENDEES, CO_HOSTS, HOSTS]) expect(shown).not.toMatch(secrets);
  });

  test('who did the pressing under another workspace, whatever Slack says of the id', async () => {
    const stage = await onStage();
    const stranger = han({ teamId: 'T0FAR' });
    stage.slack.people.set('U0ZED', stranger);
    expect((await types(stage, '700001', { userId: 'U0ZED' })).answer.text).not.toMatch(ATTENDEES);
    expect(stage.conference.questions.filter(({ path }) => path === accountsPath)).toEqual([]);
  });
});

describe('a person who is confirmed here', () => {
  test.each([
    ["with the host's id", {}, 'host'],
    ["with a host's role", { hostId: 1 }, 'host'],
    ["with a co-host's role", { hostId: 1, attendList: [invited(host, { roleId: 1001 })] }, 'co-host'],
    ['on the list', { hostId: 1, attendList: [invited(host, { roleId: 1003 })] }, 'attendee'],
    ['on no list', { hostId: 1, attendList: [] }, 'public'],
    ['whose id is an outsider’s', { hostId: 1, attendList: [outsider('X', { user: '88893351' })] }, 'public'],
  ] as const)('%s is told what they are taken for', async (_how, overrides, audience) => {
    const stage = await onStage();
    const [wire] = stage.conference.meetings.byEventId(700_001);
    stage.conference.meetings.put({ ...wire, ...overrides });
    stage.slack.people.set('U0ZED', han());
    const shown = await accessOf(stage, 'U0ZED');
    expect(shown).toContain(en.accessOf[audience]);
    expect(shown).toContain(
      'Your Slack email address belongs to 韩梅梅 (user 88893351) at the conference service.',
    );
    expect([ATTENDEES, CO_HOSTS, HOSTS].map((secrets) => secrets.test(shown))).toEqual(
      ['attendee', 'co-host', 'host'].map((_rank, nth) => nth < RANK[audience]),
    );
    expect(stage.slack.violations).toEqual([]);
  });

  test('but has the account number 0, which all outsiders have, is nobody', async () => {
    const stage = await onStage();
    stage.conference.meetings.accounts.set(EMAIL, { ...accountOf(host), userId: 0 });
    stage.slack.people.set('U0ZED', han());
    expect(await accessOf(stage, 'U0ZED')).toContain(en.unproven['unknown-to-vendor']);
  });

  test('but has an answer about another address is nobody', async () => {
    const stage = await onStage();
    stage.conference.meetings.accounts.set(EMAIL, { ...accountOf(host), email: 'other@example.com' });
    stage.slack.people.set('U0ZED', han());
    expect(await accessOf(stage, 'U0ZED')).toContain(en.unproven['unknown-to-vendor']);
  });

  test('and knows the host password finds the meeting, and is not its host for that', async () => {
    const stage = await onStage();
    const { shown, answer } = await types(stage, '201501990001700001', { userId: 'U0POLLY' });
    expect(shown).toContain('Quarterly review');
    expect(answer.text).not.toMatch(HOSTS);
  });
});

const RANK = { public: 0, attendee: 1, 'co-host': 2, host: 3 } as const;
