import * as v from 'valibot';
import { NO_REPORT, type VendorFailure, type VendorReport } from '../../vendor.ts';
import { parseJson } from './bounded-json.ts';

/** The parsed `result` of a reply whose `status` is 0, or why there is none. */
export type VendorReply =
  | { readonly kind: 'answered'; readonly result: unknown; readonly report: VendorReport }
  | VendorFailure;

/** As `parseJson`; undefined for a text that is not JSON, or exceeds its limits. */
export function parseLossless(json: string | Buffer): unknown {
  try {
    return parseJson(typeof json === 'string' ? Buffer.from(json) : json);
  } catch {
    return undefined;
  }
}

const wellFormed = v.transform((text: string) => text.toWellFormed());
const word = v.optional(
  v.fallback(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(2000), wellFormed)), null),
);
const envelopeSchema = v.object({
  status: v.pipe(v.string(), v.regex(/^-?[0-9]{1,12}$/)),
  result: v.optional(v.unknown()),
  msg: word,
  request_id: word,
  reqid: word,
});

/**
 * Reads the vendor's envelope. Any `status` but 0 is a refusal with the vendor's code and message. The HTTP status counts where the body is
 * not an envelope: 4xx is refused, 429 and 5xx are unreachable, 3xx (never followed) is unreadable.
 */
export function readReply(httpStatus: number, body: string | Buffer): VendorReply {
  const envelope = v.safeParse(envelopeSchema, parseLossless(body));
  if (!envelope.success) return failureByHttp(httpStatus);
  const { status, result, msg, request_id, reqid } = envelope.output;
  const report: VendorReport = {
    code: status,
    message: msg || undefined,
    requestId: request_id || reqid || undefined,
  };
  if (!/^-?0+$/.test(status)) return { kind: 'refused', report };
  if (httpStatus !== 200)
    return { ...failureByHttp(httpStatus), report: { ...report, code: `HTTP ${httpStatus}` } };
  if (typeof result !== 'string') return { kind: 'answered', result, report };
  const inner = result.trim() === '' ? null : parseLossless(result);
  return inner === undefined ? { kind: 'unreadable', report } : { kind: 'answered', result: inner, report };
}

function failureByHttp(httpStatus: number): VendorFailure {
  if (httpStatus === 200) return { kind: 'unreadable', report: NO_REPORT };
  const report: VendorReport = { ...NO_REPORT, code: `HTTP ${httpStatus}` };
  if (httpStatus === 429 || httpStatus >= 500) return { kind: 'unreachable', report };
  return { kind: httpStatus >= 400 ? 'refused' : 'unreadable', report };
}
