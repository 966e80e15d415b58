import type { Fields } from '../fields.ts';

/** It and tokens_revoked come in either order, or alone; by then the token is dead. */
export const appUninstalled = (): Fields => ({ type: 'app_uninstalled' });
