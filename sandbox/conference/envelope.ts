import { toJson, type WireRecord, type WireValue } from './wire.ts';

/** How `result` is written: the vendor's table says a JSON string, its sample an array; some send one object. */
export type ResultEncoding = 'array' | 'string' | 'object';

/** What an endpoint has to say, before it is wrapped. */
export type Answer =
  | { readonly kind: 'meetings'; readonly meetings: readonly WireRecord[] }
  | { readonly kind: 'record'; readonly record: WireRecord }
  | { readonly kind: 'failure'; readonly status: number; readonly msg: string };

/** The vendor's envelope around an answer. `serial` makes the two request ids this reply's own. */
export function envelope(
  answer: Answer,
  encoding: ResultEncoding,
  nowMs: number,
  serial: number,
): WireRecord {
  const seconds = Math.floor(nowMs / 1000);
  const said: WireRecord =
    answer.kind === 'failure'
      ? { status: answer.status, msg: answer.msg }
      : { status: 0, result: encoded(answer, encoding) };
  return {
    ...said,
    request_id: `uniformserver-2887001363-${seconds}.551469093.${serial}`,
    reqid: `confopenapiserver-127.0.0.1-${seconds}.552293528.${serial}`,
    timestamp: nowMs,
    request_duration: '97.812388ms',
  };
}

function encoded(answer: Exclude<Answer, { kind: 'failure' }>, encoding: ResultEncoding): WireValue {
  if (answer.kind === 'record') return encoding === 'string' ? toJson(answer.record) : answer.record;
  const { meetings } = answer;
  if (encoding === 'string') return toJson(meetings);
  const [only] = meetings;
  return encoding === 'object' && meetings.length < 2 ? (only ?? null) : meetings;
}
