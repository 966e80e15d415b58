import type { Clock } from './clock.ts';
import { newSecret } from './clock.ts';

const LIFE_MS = 3000;

export type TriggerFault = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

export interface Triggers {
  mint(userId: string): string;
  isKnown(id: string): boolean;
  /** The person whose action it was, or why it cannot be used: it is valid for 3 s and opens one view. */
  spend(id: string | undefined): { readonly userId: string } | { readonly error: TriggerFault };
}

/** Source: docs.slack.dev/interactivity/handling-user-interaction */
export function triggers(now: Clock): Triggers {
  const minted = new Map<string, { readonly userId: string; readonly at: number; spent: boolean }>();
  return {
    mint(userId) {
      const id = `${now()}.${minted.size}.${newSecret()}`;
      minted.set(id, { userId, at: now(), spent: false });
      return id;
    },
    isKnown: (id) => minted.has(id),
    spend(id) {
      const trigger = id === undefined ? undefined : minted.get(id);
      if (trigger === undefined) return { error: 'invalid_trigger_id' };
      if (trigger.spent) return { error: 'exchanged_trigger_id' };
      if (now() - trigger.at > LIFE_MS) return { error: 'expired_trigger_id' };
      trigger.spent = true;
      return { userId: trigger.userId };
    },
  };
}
