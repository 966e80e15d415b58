import type { VendorUserId } from '../../core/ids.ts';
import { hasJoinLink } from '../../core/join-links.ts';
import { comparableLink } from '../../core/link-key.ts';
import type { Meeting } from '../../core/meeting.ts';
import type { ZoneName } from '../../core/time.ts';
import type { ConferenceVendor, MeetingsAnswer, Question, VendorReport } from '../vendor.ts';
import { droppedFields } from './decoder/dropped-fields.ts';
import { decodeMeetings } from './decoder/meeting.ts';
import type { EndpointClient } from './endpoint/client.ts';

const INFOS = '/confopenapi/room/conference/infos';

export interface FindMeetingsOptions {
  readonly client: EndpointClient;
  readonly userId: VendorUserId;
  /** Path of "details by attendee link", where the vendor offers it to this account. */
  readonly linkLookupPath: string | undefined;
  readonly defaultZone: ZoneName;
  /** Told the paths of the fields that were left out of one answer; of many, the first. */
  readonly onDropped: (fields: readonly string[]) => void;
}

/** The vendor's "get conference details (with meeting rooms)", and the same by attendee link where the account has it. */
export function findMeetings(options: FindMeetingsOptions): ConferenceVendor['findMeetings'] {
  const userId = BigInt(options.userId);

  function post(question: Question): ReturnType<EndpointClient> | undefined {
    switch (question.kind) {
      case 'event':
        return options.client(INFOS, { eventId: BigInt(question.eventId), userId });
      case 'host-password':
        return options.client(INFOS, { pcode: question.password, userId });
      case 'link':
        return options.linkLookupPath === undefined
          ? undefined
          : options.client(options.linkLookupPath, { attendeeJoinUrl: question.link });
    }
  }

  return async (question) => {
    const reply = await post(question);
    if (reply === undefined) return { kind: 'not-found' };
    if (reply.kind !== 'answered') return reply;
    return answerOf(question, reply.result, reply.report, options);
  };
}

function answerOf(
  question: Question,
  result: unknown,
  report: VendorReport,
  { defaultZone, onDropped }: FindMeetingsOptions,
): MeetingsAnswer {
  const entries: unknown[] = Array.isArray(result) ? result : isNothing(result) ? [] : [result];
  if (entries.length === 0) return { kind: 'not-found' };
  const dropped = droppedFields();
  const meetings = decodeMeetings(entries, defaultZone, dropped.add);
  const leftOut = dropped.list();
  const first = meetings[0];
  const isOfOther = (meeting: Meeting): boolean =>
    meeting.eventId !== first?.eventId || !answers(meeting, question);
  if (leftOut.length > 0) onDropped(leftOut);
  if (first === undefined || meetings.some(isOfOther)) return { kind: 'unreadable', report };
  return { kind: 'found', occurrences: [first, ...meetings.slice(1)] };
}

function isNothing(result: unknown): boolean {
  return (
    result === null ||
    result === undefined ||
    (typeof result === 'object' && Object.keys(result).length === 0)
  );
}

/** Whether the meeting can be the one that was asked for. A field that the vendor left out does not count against it. */
function answers(meeting: Meeting, question: Question): boolean {
  switch (question.kind) {
    case 'event':
      return meeting.eventId === question.eventId;
    case 'host-password':
      return meeting.hostPassword === undefined || meeting.hostPassword === question.password;
    case 'link': {
      const asked = comparableLink(question.link);
      return (
        meeting.attendeeLink === undefined || (asked !== undefined && hasJoinLink(meeting, asked, 'loosely'))
      );
    }
  }
}
