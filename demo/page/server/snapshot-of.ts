import type { SampleSlack } from '../../../sandbox/slack/sample-slack.ts';
import type { StoredView } from '../../../sandbox/slack/state/surfaces.ts';
import { cast } from '../../people.ts';
import type { ChangeableMeeting, ChannelSeen, Fault, Snapshot, Someone, ViewSeen } from '../snapshot.ts';
import { entriesFor } from './entries.ts';
import { samples } from './samples.ts';
import { unfurlSeen } from './unfurl-seen.ts';

export interface SnapshotParts {
  readonly slack: SampleSlack;
  readonly fault: Fault;
  readonly changeable: readonly ChangeableMeeting[];
  /** The previews that the app was last asked for while this person typed. */
  readonly draftId: string | undefined;
}

const people: readonly Someone[] = Object.entries(cast).map(([role, who]) => ({
  id: who.id,
  name: who.realName,
  role,
  timeZone: who.tz ?? 'UTC',
  locale: who.locale ?? 'en-US',
}));

/** The people one can be on the page. */
export const personOf = (userId: string): Someone | undefined => people.find(({ id }) => id === userId);

/** What this person sees, and nothing that only others may see. */
export function snapshotOf(me: Someone, { slack, fault, changeable, draftId }: SnapshotParts): Snapshot {
  const open = (slack.stacks.get(me.id) ?? []).map((id) => slack.views.get(id));
  const home = slack.homes.get(me.id);
  return {
    me,
    cast: people,
    names: Object.fromEntries([...slack.people.values()].map(({ id, realName }) => [id, realName])),
    channels: channelsOf(slack, me),
    modals: open.filter((view) => view !== undefined).map(viewSeen),
    home: home === undefined ? null : viewSeen(home),
    flexpane: slack.flexpanes.get(me.id) ?? null,
    drafts: (slack.drafts.get(draftId ?? '') ?? []).map((one) => unfurlSeen(one, slack.entities)),
    refusals: slack.violations,
    fault,
    samples,
    changeable,
  };
}

/** Direct messages with the app are shown to those who take part in them, once there is a message. */
function channelsOf(slack: SampleSlack, me: Someone): ChannelSeen[] {
  return [...slack.channels.values()]
    .filter(({ members }) => members.has(me.id))
    .filter(({ kind, messages }) => kind !== 'im' || messages.length > 0)
    .map((channel) => ({
      id: channel.id,
      name: channel.kind === 'im' ? 'Meeting Cards' : channel.name,
      isDirect: channel.kind === 'im',
      entries: entriesFor(slack, channel, me.id),
    }));
}

function viewSeen({ id, blocks, content, errors }: StoredView): ViewSeen {
  return { id, blocks, content, errors };
}
