import { textAt } from '../../../sandbox/slack/fields.ts';
import type { SampleSlack } from '../../../sandbox/slack/sample-slack.ts';
import type { Channel } from '../../../sandbox/slack/state/channels.ts';
import type { Ephemeral, StoredMessage } from '../../../sandbox/slack/state/surfaces.ts';
import type { EntrySeen, FileSeen } from '../snapshot.ts';
import { unfurlSeen } from './unfurl-seen.ts';

type Stored = StoredMessage | Ephemeral;

/** What one person reads in a channel, the oldest first, each thread under the message that began it. */
export function entriesFor(slack: SampleSlack, channel: Channel, userId: string): readonly EntrySeen[] {
  const whispers = slack.ephemerals.filter((one) => one.userId === userId && one.channelId === channel.id);
  const stored: readonly Stored[] = [...channel.messages, ...whispers].sort(byTime);
  const begun = new Set(channel.messages.map(({ ts }) => ts));
  const isReply = ({ threadTs, ts }: Stored) =>
    threadTs !== undefined && threadTs !== ts && begun.has(threadTs);
  const repliesTo = (ts: string) => stored.filter((one) => isReply(one) && one.threadTs === ts);
  return stored
    .filter((one) => !isReply(one))
    .map((one) => ({
      ...entry(slack, one),
      replies: repliesTo(one.ts).map((reply) => entry(slack, reply)),
    }));
}

function entry(slack: SampleSlack, stored: Stored): EntrySeen {
  const { botUserId } = slack.identity;
  const authorId = stored.kind === 'ephemeral' ? botUserId : stored.userId;
  const isMessage = stored.kind === 'message';
  return {
    kind: stored.kind,
    channelId: stored.channelId,
    ts: stored.ts,
    atMs: Number(stored.ts) * 1000,
    author: slack.people.get(authorId)?.realName ?? authorId,
    isFromApp: authorId === botUserId,
    isEdited: isMessage && stored.edited,
    text: stored.text,
    blocks: stored.blocks,
    unfurls: isMessage ? [...stored.unfurls.values()].map((one) => unfurlSeen(one, slack.entities)) : [],
    files: isMessage ? stored.files.flatMap(fileIn) : [],
    replies: [],
  };
}

function fileIn(fields: StoredMessage['files'][number]): FileSeen[] {
  const id = textAt(fields, 'id');
  if (id === undefined) return [];
  return [{ id, title: textAt(fields, 'title') ?? textAt(fields, 'name') ?? id }];
}

/** By the second and then by the serial number after it, which grows with each timestamp. */
function byTime(one: Stored, other: Stored): number {
  const [second = '', serial = ''] = one.ts.split('.');
  const [otherSecond = '', otherSerial = ''] = other.ts.split('.');
  return Number(second) - Number(otherSecond) || Number(serial) - Number(otherSerial);
}
