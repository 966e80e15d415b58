import { randomUUID } from 'node:crypto';
import type { MeetingChange } from '../snapshot.ts';

const METHODS: Readonly<Record<MeetingChange, string>> = {
  start: 'meetingbegin',
  end: 'meetingend',
  move: 'update',
  cancel: 'update',
  undo: 'update',
};

/** Tells the app of a change, as the vendor's push events do. Resolves with a sentence if the app did not take it. */
export async function push(
  pushUrl: string,
  { eventId, change }: { readonly eventId: string; readonly change: MeetingChange },
  nowMs: number,
): Promise<string | undefined> {
  const method = METHODS[change];
  const meeting = { eventId: Number(eventId) };
  const response = await fetch(pushUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      method,
      timestamp: nowMs,
      msgId: randomUUID(),
      ...(method === 'update' ? { event: meeting } : { meetinginfo: meeting }),
    }),
  });
  return response.ok ? undefined : `The app did not take the push event: it said HTTP ${response.status}.`;
}
