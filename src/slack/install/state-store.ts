import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { StateStore } from '@slack/oauth';
import type { Clock } from '../../core/time.ts';
import type { DurableStore } from '../../storage/durable-store.ts';

/** So long somebody may take to install the app. The cookie of the browser lasts as long. */
export const STATE_SECONDS = 10 * 60;

/** The state was not made here, is too old, or was used before. */
export class StateRefused extends Error {
  override readonly name = 'StateRefused';
  readonly code = 'state-refused';
}

export interface StateStoreOptions {
  /** `SLACK_STATE_SECRET`. */
  readonly secret: string;
  readonly durable: Pick<DurableStore, 'set' | 'take'>;
  readonly keyOf: (digest: string) => string;
  readonly clock: Clock;
  readonly nonce: () => string;
  /** What a state stands for. */
  readonly installOptions: Awaited<ReturnType<StateStore['verifyStateParam']>>;
}

/**
 * States that work once. A state is a nonce, its time and a signature, so one that was not made here costs no call of the storage; it is
 * stored by its digest until it is used or expires. To use it deletes it, in one step: of two who come with one state, one is let in.
 */
export function stateStore(options: StateStoreOptions): StateStore {
  const { secret, durable, keyOf, clock, nonce, installOptions } = options;
  const sign = (text: string): string =>
    createHmac('sha256', secret).update(`install:${text}`).digest('base64url');
  const keyFor = (state: string): string =>
    keyOf(createHash('sha256').update(state).digest('base64url').slice(0, 32));

  function isSigned(state: string): boolean {
    const end = state.lastIndexOf('.');
    const [given, expected] = [Buffer.from(state.slice(end + 1)), Buffer.from(sign(state.slice(0, end)))];
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  return {
    async generateStateParam() {
      const text = `${nonce()}.${Math.floor(clock() / 1000)}`;
      const state = `${text}.${sign(text)}`;
      await durable.set(keyFor(state), '1', STATE_SECONDS);
      return state;
    },
    async verifyStateParam(_now, state) {
      const madeAt = Number(state.split('.')[1]);
      if (!isSigned(state) || !(clock() / 1000 - madeAt < STATE_SECONDS)) throw new StateRefused('not valid');
      if ((await durable.take(keyFor(state))) === undefined) throw new StateRefused('used');
      return installOptions;
    },
  };
}
