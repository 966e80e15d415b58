import { setTimeout as delay } from 'node:timers/promises';
import { isFields } from '../fields.ts';
import type { SampleSocket } from '../socket.ts';
import type { Answer, Courier } from './courier.ts';

/**
 * Delivers over Socket Mode: the payload in an envelope, without a signature. `appUrl` plays no part; an envelope goes to one of the processes
 * that are connected. An acknowledgement counts as a 200 with its payload as the body, and none in time as status 0.
 */
export function socketCourier(socket: SampleSocket, timeoutMs: number): Courier {
  const send = async (...envelope: Parameters<SampleSocket['deliver']>): Promise<Answer> => {
    const started = performance.now();
    const waiting = new AbortController();
    const late = delay(timeoutMs, LATE, { signal: waiting.signal, ref: false }).catch(() => LATE);
    const payload = await Promise.race([socket.deliver(...envelope), late]);
    waiting.abort();
    const ms = Math.round(performance.now() - started);
    if (payload === LATE) return { status: 0, headers: {}, text: 'Not acknowledged.', body: undefined, ms };
    if (isEmpty(payload)) return { status: 200, headers: {}, text: '', body: undefined, ms };
    return { status: 200, headers: {}, text: JSON.stringify(payload), body: payload, ms };
  };
  return {
    form: (_appUrl, fields) => send('slash_commands', { ...fields }),
    interaction: (_appUrl, payload) => send('interactive', payload),
    event: (_appUrl, payload, headers = {}) =>
      send('events_api', payload, {
        retry_attempt: Number(headers['x-slack-retry-num'] ?? 0),
        retry_reason: headers['x-slack-retry-reason'] ?? '',
      }),
  };
}

const LATE = Symbol('not acknowledged in time');

/** The SDK acknowledges with `{}` where an app says nothing. */
const isEmpty = (payload: unknown): boolean =>
  payload === undefined || (isFields(payload) && Object.keys(payload).length === 0);
