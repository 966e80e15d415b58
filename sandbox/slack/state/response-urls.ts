import type { Clock } from './clock.ts';
import { newSecret } from './clock.ts';
import type { Ephemeral, StoredMessage } from './surfaces.ts';

const LIFE_MS = 30 * 60 * 1000;
const USES = 5;

/** What a response URL was minted for. `source` is the app's own message that was clicked, if one was. */
export interface ResponseTarget {
  readonly channelId: string;
  readonly userId: string;
  readonly source?: StoredMessage | Ephemeral;
}

export interface ResponseUrls {
  /** The id at the end of the URL. */
  mint(target: ResponseTarget): string;
  isKnown(id: string): boolean;
  use(id: string): ResponseTarget | { readonly error: 'used_url' | 'expired_url' | 'no_service' };
}

/** At most 5 uses in 30 minutes. Source: docs.slack.dev/interactivity/handling-user-interaction */
export function responseUrls(now: Clock): ResponseUrls {
  const minted = new Map<string, { readonly target: ResponseTarget; readonly at: number; uses: number }>();
  return {
    mint(target) {
      const id = newSecret();
      minted.set(id, { target, at: now(), uses: 0 });
      return id;
    },
    isKnown: (id) => minted.has(id),
    use(id) {
      const url = minted.get(id);
      if (url === undefined) return { error: 'no_service' };
      if (now() - url.at > LIFE_MS) return { error: 'expired_url' };
      if (url.uses >= USES) return { error: 'used_url' };
      url.uses += 1;
      return url.target;
    },
  };
}
