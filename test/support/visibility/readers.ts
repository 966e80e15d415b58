import type { SampleConference } from '../../../sandbox/conference/sample-conference.ts';
import { accountOf } from '../../../sandbox/conference/samples/people.ts';
import type { Stage } from '../stage.ts';
import { everyEntryPoint, type Places } from './every-entry-point.ts';
import { type Cast, eventOf, forbiddenIn, markedMeeting, markersOf, openLinkOf } from './marked-meeting.ts';
import type { SentText } from './sent-texts.ts';

/** Two marked meetings at one conference service; the host of the second has nothing to do with the first. */
export type Casts = readonly [one: Cast, other: Cast];

/** Who somebody is to the first meeting. */
export type Role = 'a stranger' | 'an attendee' | 'a co-host' | 'the host' | "another meeting's host";

type Marks = ReturnType<typeof markersOf>;

const attendeesOwn = (marks: Marks): readonly string[] => [
  ...marks.attendeePassword,
  ...marks.passphrase,
  ...marks.liveStreamPassword,
  ...marks.h323Addresses,
];

const hostsOwn = (marks: Marks): readonly string[] => [
  ...attendeesOwn(marks),
  ...marks.coHostLink,
  ...marks.coHostRoles,
  ...marks.hostLink,
  ...marks.hostPassword,
  ...marks.hostSecret,
  ...marks.hostRoles,
];

/** Which markers each of them may read in private; their own id at the vendor is in *My access*. */
export function readableBy([one, other]: Casts): Readonly<Record<Role, readonly string[]>> {
  const marks = markersOf(one);
  return {
    'a stranger': [],
    'an attendee': [...attendeesOwn(marks), String(one.attendee.userId)],
    'a co-host': [
      ...attendeesOwn(marks),
      ...marks.coHostLink,
      marks.coHostRoles[0],
      String(one.coHost.userId),
    ],
    'the host': [...hostsOwn(marks), String(one.host.userId)],
    "another meeting's host": [...hostsOwn(markersOf(other)), String(other.host.userId)],
  };
}

/** Everything of these meetings that is not for all, and the values that nobody may see. */
export const secretMarkers = (casts: Casts): readonly string[] =>
  casts.flatMap((cast) => [...Object.values(markersOf(cast)).flat(), ...forbiddenIn(cast)]);

/** The service knows both meetings, and their people. */
export function putMarked(
  { meetings }: Pick<SampleConference, 'meetings'>,
  casts: Casts,
  nowMs: number,
): void {
  for (const cast of casts) {
    meetings.put(markedMeeting(cast, nowMs));
    for (const person of [cast.host, cast.coHost, cast.attendee])
      meetings.accounts.set(person.email, accountOf(person));
  }
}

/** Somebody does at both meetings whatever they can: the answers that were given over HTTP. */
export async function visitsBoth(
  stage: Stage,
  userId: string,
  casts: Casts,
  places?: Places,
): Promise<readonly SentText[]> {
  const answers: SentText[] = [];
  for (const cast of casts) {
    const marks = markersOf(cast);
    const visit = {
      stage,
      userId,
      eventId: String(eventOf(cast)),
      openLink: openLinkOf(cast),
      hostLinks: [...marks.hostLink, ...marks.coHostLink, ...marks.coHostRoles, ...marks.hostRoles],
      hostPassword: marks.hostPassword[0],
    };
    answers.push(...(await everyEntryPoint(places === undefined ? visit : { ...visit, places })));
  }
  return answers;
}

/** What those who run the app read. */
export async function operatorReads(
  { appUrl, log }: Pick<Stage, 'appUrl' | 'log'>,
  redis: { dump(): Promise<ReadonlyMap<string, unknown>> },
): Promise<readonly SentText[]> {
  const metrics = await (await fetch(`${appUrl}/metrics`)).text();
  const stored = JSON.stringify([...(await redis.dump())]);
  return [metrics, stored, log.text()].map((text) => ({ reader: 'operator', where: 'inside', text }));
}
