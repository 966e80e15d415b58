import { plainMeeting } from '../../sandbox/conference/meetings.ts';
import { toJson } from '../../sandbox/conference/wire.ts';
import { decodeMeetings } from '../../src/conference/quanshi/decoder/meeting.ts';
import { parseLossless } from '../../src/conference/quanshi/endpoint/reply.ts';
import { isChannelId } from '../../src/core/channel.ts';
import type { Meeting } from '../../src/core/meeting.ts';
import { isSlackUserId } from '../../src/core/person.ts';
import type { PostedCard } from '../../src/core/posted-card.ts';
import { type ZoneName, zoneName } from '../../src/core/time.ts';
import type { PlannedCard } from './plan.ts';

/** The one zone of the week. */
export const ZONE = ((): ZoneName => {
  const zone = zoneName('Asia/Shanghai');
  if (zone === undefined) throw new RangeError('no zone');
  return zone;
})();

/** A sample meeting with two rooms, as the app knows it. */
export function templateMeeting(): Meeting {
  const [decoded] = decodeMeetings([parseLossless(toJson(plainMeeting(700_001, {})))], ZONE, () => {});
  if (decoded === undefined) throw new RangeError('the sample meeting does not decode');
  const room = { venue: 'room', city: undefined, location: undefined, floor: '3', devices: [] } as const;
  return {
    ...decoded,
    title: 'Weekly planning of the platform team',
    rooms: [
      { ...room, name: 'Peach Garden', approval: 'approved' },
      { ...room, name: 'Plum Garden', approval: 'approved' },
    ],
  };
}

/** Where the nth card stands. */
export function placeOf(
  { kind, channel, at }: Omit<PlannedCard, 'at'> & { readonly at: number },
  nth: number,
): PostedCard {
  const channelId = `C${String(channel).padStart(10, '0')}`;
  const sharedBy = 'U0123456789';
  if (!isChannelId(channelId) || !isSlackUserId(sharedBy)) throw new RangeError('no id of Slack');
  const place = {
    channel: channelId,
    ts: `${at}.${String(nth).padStart(6, '0')}`,
    threadTs: undefined,
    reach: 'company',
  } as const;
  return kind === 'message'
    ? { kind, ...place, sharedBy }
    : { kind, ...place, url: `https://ntest.qsh1.cn/k/att${String(nth).padStart(12, '0')}` };
}
