import { type Person as Account, attendee, coHost, host, stranger } from '../sandbox/conference/meetings.ts';
import type { SampleSlack } from '../sandbox/slack/sample-slack.ts';
import { type Person, person } from '../sandbox/slack/state/people.ts';

/** What somebody is to the sample meeting 700001; `unknown`: the conference service has no account of theirs. */
export type Role = 'stranger' | 'attendee' | 'co-host' | 'host' | 'unknown';

export const CHANNEL = 'C0TEAM';

/** One person for each role, one of them with a Chinese Slack, with the e-mail address of their account at the conference service if they have one. */
export const cast: Readonly<Record<Role, Person>> = {
  stranger: member('U0POLLY', 'polly', stranger, {
    tz: 'Europe/London',
    tzLabel: 'Greenwich Mean Time',
    tzOffset: 0,
  }),
  attendee: member('U0LUCY', 'lucy', attendee),
  'co-host': member('U0LI', 'lilei', coHost, { locale: 'zh-CN' }),
  // An admin of the workspace, too.
  host: member('U0HAN', 'han', host, { rank: 'admin' }),
  unknown: person({ id: 'U0ANN', name: 'ann', realName: 'Ann Chen', email: 'ann.chen@example.com' }),
};

/** Makes them members of the workspace and of its channel. */
export function putPeople(slack: SampleSlack): void {
  for (const who of Object.values(cast)) {
    slack.people.set(who.id, who);
    slack.channels.get(CHANNEL)?.members.add(who.id);
  }
}

export function isRole(name: string): name is Role {
  return Object.hasOwn(cast, name);
}

function member(id: string, name: string, account: Account, manners: Partial<Person> = {}): Person {
  return person({ id, name, realName: account.displayName, email: account.email, ...manners });
}
