import type { AtVendor } from './at-vendor.ts';
import { NO_ACCOUNT } from './vendor.ts';

/** For a tenant without an account: nothing is asked, and nothing that was cached is shown. */
export const WITHOUT_ACCOUNT: AtVendor = {
  meetings: { find: async () => NO_ACCOUNT, fresh: async () => undefined },
  agenda: async () => NO_ACCOUNT,
  live: async () => ({ kind: 'unknown' }),
  presentNames: async () => undefined,
  findAccount: async () => NO_ACCOUNT,
};
