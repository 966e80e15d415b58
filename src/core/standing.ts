/**
 * What somebody is in the tenant's own workspace, or in its organisation where the app is installed for all of it. An `admin` is an owner or an
 * administrator. Whoever is not known to be of the tenant's own is an `outsider`.
 */
export const STANDINGS = ['admin', 'member', 'guest', 'outsider'] as const;
export type Standing = (typeof STANDINGS)[number];
