/**
 * Short exclusive rights over all processes that share the storage, so that one of them does a piece of work. The holder is named by a
 * token, which must be unique to it. A lease saves work and does not protect data: while the server is away each process grants leases of
 * its own. Expiry is in whole seconds, at least 1. An adapter rejects where its server fails; `guardedLeases` never rejects.
 */
export interface Leases {
  /** True where the lease was free and is this token's from now on. */
  acquire(key: string, token: string, expirySeconds: number): Promise<boolean>;
  /** Lets the lease end `expirySeconds` from now; false where it is not this token's any more. */
  renew(key: string, token: string, expirySeconds: number): Promise<boolean>;
  /** Frees the lease if it is this token's. */
  release(key: string, token: string): Promise<void>;
}
