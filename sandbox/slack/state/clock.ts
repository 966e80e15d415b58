import { randomBytes } from 'node:crypto';

/** Milliseconds since 1970; a test hands in one that it moves. */
export type Clock = () => number;

/** Message timestamps: seconds and six digits that never repeat, for Slack uses them as the message's id. */
export function timestamps(now: Clock): () => string {
  let serial = 0;
  return () => {
    serial = (serial + 1) % 1_000_000;
    return `${Math.floor(now() / 1000)}.${String(serial).padStart(6, '0')}`;
  };
}

/** An id in Slack's style: a letter for the kind, then upper-case letters and digits. */
export const newId = (prefix: string): string => `${prefix}0${randomBytes(5).toString('hex').toUpperCase()}`;

export const newSecret = (): string => randomBytes(12).toString('hex');
