import type { FindOptions } from '../conference/lookup.ts';
import type { Rules } from '../core/settings.ts';

/**
 * How old the stored meeting may be that somebody wants to show in a channel: where confidential ones stay out of channels, that it is not one is
 * believed for as long as a right.
 */
export function findToShare({ confidential }: Pick<Rules, 'confidential'>): FindOptions {
  return confidential === 'private' ? { maxAge: 'rights' } : {};
}
