import type { VendorUserId } from '../../core/ids.ts';
import { hasJoinLink } from '../../core/join-links.ts';
import { comparableLink } from '../../core/link-key.ts';
import type { Meeting } from '../../core/meeting.ts';
import type { ZoneName } from '../../core/time.ts';
import type { Answer, MeetingVendor, Question, VendorReport } from '../vendor.ts';
import { droppedFields } from './decoder/dropped-fields.ts';
import { decodeMeetings } from './decoder/meeting.ts';
import type { BodyValue } from './endpoint/attempt.ts';
import type { EndpointClient } from './endpoint/client.ts';

const INFOS = '/confopenapi/room/conference/infos';

export interface MeetingsEndpointOptions {
  readonly client: EndpointClient;
  readonly userId: VendorUserId;
  /** Path of "details by attendee link", where the deployment has it. */
  readonly linkLookupPath: string | undefined;
  readonly defaultZone: ZoneName;
  /** Told the names of what was left out of one answer, the first few of many. */
  readonly onDropped: (fields: readonly string[]) => void;
}

/** The vendor's "get conference details (with meeting rooms)", and its twin by attendee link where there is one. */
export function meetingsEndpoint(options: MeetingsEndpointOptions): MeetingVendor {
  const userId: BodyValue = { digits: options.userId };

  function post(question: Question): ReturnType<EndpointClient> | undefined {
    switch (question.kind) {
      case 'event':
        return options.client(INFOS, { eventId: { digits: question.eventId }, userId });
      case 'host-password':
        return options.client(INFOS, { pcode: question.password, userId });
      case 'link':
        return options.linkLookupPath === undefined
          ? undefined
          : options.client(options.linkLookupPath, { attendeeJoinUrl: question.link });
    }
  }

  return {
    async ask(question) {
      const reply = await post(question);
      if (reply === undefined) return { kind: 'not-found' };
      if (reply.kind !== 'answered') return reply;
      return answerOf(question, reply.result, reply.report, options);
    },
  };
}

function answerOf(
  question: Question,
  result: unknown,
  report: VendorReport,
  { defaultZone, onDropped }: MeetingsEndpointOptions,
): Answer {
  const entries: unknown[] = Array.isArray(result) ? result : isNothing(result) ? [] : [result];
  if (entries.length === 0) return { kind: 'not-found' };
  const dropped = droppedFields();
  const { meetings, stored } = decodeMeetings(entries, defaultZone, dropped.add);
  const leftOut = dropped.list();
  const first = meetings[0];
  const isOfOther = (meeting: Meeting): boolean =>
    meeting.eventId !== first?.eventId || !answers(meeting, question);
  if (leftOut.length > 0) onDropped(leftOut);
  if (first === undefined || meetings.some(isOfOther)) return { kind: 'unreadable', report };
  return { kind: 'found', occurrences: [first, ...meetings.slice(1)], stored };
}

function isNothing(result: unknown): boolean {
  return (
    result === null ||
    result === undefined ||
    (typeof result === 'object' && Object.keys(result).length === 0)
  );
}

/** An answer about another meeting than was asked for is none; a field that the vendor left out proves nothing against it. */
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
