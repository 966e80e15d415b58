import { type Lookups, type LookupsOptions, lookups } from './lookups.ts';
import { type FindPresentNames, presentNames } from './present-names.ts';
import type { FindAccount } from './vendor.ts';

/** All that is asked of one tenant's vendor. */
export interface AtVendor extends Lookups {
  readonly presentNames: FindPresentNames;
  readonly findAccount: FindAccount;
}

export function atVendor(options: LookupsOptions): AtVendor {
  const { vendor, clock } = options;
  const lookedUp = lookups(options);
  return {
    ...lookedUp,
    presentNames: presentNames({ vendor, live: lookedUp.live, clock }),
    findAccount: vendor.findAccount,
  };
}
