import type { Fields } from '../fields.ts';
import type { Identity } from '../state/identity.ts';
import { type Actor, installation, scene } from './common.ts';

interface Given {
  readonly identity: Identity;
  readonly user: Actor;
  readonly view: Fields;
  /** The whole stack went, not this view alone. */
  readonly isCleared: boolean;
}

/** Sent only for views that asked with `notify_on_close`; it has no trigger. */
export function viewClosed(varied: Partial<Given> & { readonly view: Fields }): Fields {
  const { identity, user, view, isCleared }: Given = { ...scene, isCleared: false, ...varied };
  return {
    type: 'view_closed',
    ...installation(identity),
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    view,
    is_cleared: isCleared,
  };
}
