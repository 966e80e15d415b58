import { accountOf, type Person } from '../../../sandbox/conference/samples/people.ts';
import type { SampleWorkspace } from '../../../sandbox/slack/sample-slack.ts';
import { channel } from '../../../sandbox/slack/state/channels.ts';
import { type AccountStage, connects, onAccounts, ownAccount } from '../accounts.ts';
import { installs, seenFrom } from '../many-workspaces.ts';
import { becomes } from '../settings.ts';
import type { Places } from './every-entry-point.ts';
import { type Cast, usualCast } from './marked-meeting.ts';
import { type Casts, putMarked, type Role, secretMarkers } from './readers.ts';

/** Both companies have meetings with these numbers. */
const EVENT = 700_001;
const OTHER_EVENT = 770_001;

const ORG = { id: 'E0ORG', name: 'Org' };

/** What is added to the ids of the second workspace of the organisation: ids are unique there. */
const SECOND = 'X';

const person = (userId: number, email: string): Person => ({
  userId,
  displayName: 'Colleague',
  email,
  mobile: `139${userId}`,
});

const castOf = (
  serial: number,
  eventId: number,
  startsIn: number,
  people: readonly [Person, Person, Person],
): Cast => ({
  serial,
  eventId,
  startsIn,
  host: people[0],
  coHost: people[1],
  attendee: people[2],
});

/** At the service of the deployment's account. */
const HOME_CASTS: Casts = [
  { ...usualCast, eventId: EVENT },
  castOf(770_002, OTHER_EVENT, -30, [
    person(88_893_360, 'ann@example.com'),
    person(88_893_361, 'b@example.com'),
    person(88_893_362, 'c@example.com'),
  ]),
];

/** At the service of the others' account: the same addresses are other people, with other parts. */
const FAR_CASTS: Casts = [
  castOf(880_001, EVENT, 6000, [
    person(99_000_351, 'ann@example.com'),
    person(99_000_352, 'lucy.brown@example.com'),
    person(99_000_353, 'polly.parker@example.com'),
  ]),
  castOf(880_002, OTHER_EVENT, -30, [
    person(99_000_360, 'lei.li@example.com'),
    person(99_000_361, 'b@example.com'),
    person(99_000_362, 'c@example.com'),
  ]),
];

/** One place in Slack where somebody does whatever they can, whose meetings are looked up there, and whose must not be seen. */
export interface Site {
  readonly name: string;
  readonly stage: AccountStage;
  readonly casts: Casts;
  /** Everything of the other company's meetings, what is for all of that company included. */
  readonly foreign: readonly string[];
  readonly places: Places;
  /** A person's id there. */
  readonly idOf: (userId: string) => string;
}

/** Who each person is in each company. */
export const ACTORS: readonly (readonly [userId: string, atHome: Role, far: Role])[] = [
  ['U0HAN', 'the host', 'a stranger'],
  ['U0LI', 'a co-host', "another meeting's host"],
  ['U0LUCY', 'an attendee', 'a co-host'],
  ['U0POLLY', 'a stranger', 'an attendee'],
  ['U0ANN', "another meeting's host", 'the host'],
];

const USUAL: Places = { team: 'C0TEAM', noBot: 'C0NOBOT', secret: 'G0SECRET' };
const same = (userId: string): string => userId;
const inSecond = (userId: string): string => `${userId}${SECOND}`;

/** What shows that something is of this company's meetings, to whomever. */
function marksOf(casts: Casts): readonly string[] {
  const open = casts.flatMap(({ serial }) => [
    `Marked ${serial}`,
    `239${serial}`,
    `call-${serial}`,
    `open-role-${serial}`,
  ]);
  return [...secretMarkers(casts), ...open];
}

/**
 * Two workspaces, and an organisation with two. Home asks with the deployment's account; the others have connected accounts at another service, which
 * knows other meetings of the same numbers and links.
 */
export async function twoCompanies() {
  const stage = await onAccounts({
    env: {
      CONFERENCE_USER_ID: '87679779',
      CONFERENCE_TOKEN: 'conference-token-mark',
      LOG_LEVEL: 'trace',
      LOOKUPS_PER_MINUTE: '1000',
      WORK_OBJECTS: 'true',
    },
  });
  const { slack, conference, own } = stage;
  const far = slack.addWorkspace({ teamId: 'T0FAR', teamName: 'Far', botUserId: 'U0FARBOT' });
  const org = { enterprise: ORG, isEnterpriseInstall: true };
  const one = slack.addWorkspace({ teamId: 'T0ONE', botUserId: 'U0ORGBOT', ...org });
  const two = slack.addWorkspace({ teamId: 'T0TWO', botUserId: 'U0ORGBOT', ...org });
  renamed(two);
  await installs(stage, far);
  await installs(stage, one);
  const site = (name: string, workspace: SampleWorkspace, given: Partial<Site> = {}): Site => ({
    name,
    stage: { ...stage, ...seenFrom(stage, workspace) },
    casts: FAR_CASTS,
    foreign: marksOf(HOME_CASTS),
    places: USUAL,
    idOf: same,
    ...given,
  });
  const home = site('home', slack, { stage, casts: HOME_CASTS, foreign: marksOf(FAR_CASTS) });
  const [farSite, oneSite] = [site('far', far), site('the first of the organisation', one)];
  // Before anybody connects it: who somebody is there is asked behind the answer, and remembered.
  own.meetings.accounts.clear();
  putMarked(own, FAR_CASTS, stage.now());
  own.meetings.accounts.set(
    'meimei.han@example.com',
    accountOf(person(99_000_354, 'meimei.han@example.com')),
  );
  for (const { stage: there } of [farSite, oneSite]) {
    becomes(there, 'U0ANN', { rank: 'admin', organisationRank: 'admin' });
    await connects(there, ownAccount(stage), 'U0ANN');
    there.slack.stacks.delete('U0ANN');
  }
  // Until then, they ask with the deployment's account, too.
  putMarked(conference, HOME_CASTS, stage.now());
  const twoSite = site('the second of the organisation', two, {
    places: { team: `C0TEAM${SECOND}`, noBot: `C0NOBOT${SECOND}`, secret: `G0SECRET${SECOND}` },
    idOf: inSecond,
  });
  const shared = { ...home, name: 'the shared channel', places: { ...USUAL, team: 'C0SHARED' } };
  return { stage, sites: [home, farSite, oneSite, twoSite, shared] as const };
}

/** Its channels and people get ids of their own. */
function renamed({ channels, people }: SampleWorkspace): void {
  for (const [id, { name, kind, members }] of [...channels]) {
    channels.delete(id);
    const own = channel({ id: `${id}${SECOND}`, name, kind, members: new Set([...members].map(inSecond)) });
    if (members.has('U0BOT')) own.members.add('U0ORGBOT');
    channels.set(own.id, own);
  }
  for (const [id, who] of [...people]) {
    people.delete(id);
    people.set(inSecond(id), { ...who, id: inSecond(id) });
  }
}
