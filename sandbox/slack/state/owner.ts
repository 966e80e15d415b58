import { type Fields, textAt } from '../fields.ts';
import type { Workspace } from './workspace.ts';

/**
 * Which workspace of an organisation a call is about: the one that has the channel, person, link, trigger or view that it names. Ids are
 * unique within an organisation.
 */
export function ownerOf(workspaces: readonly Workspace[], args: Fields): Workspace | undefined {
  const named = (workspace: Workspace): boolean => {
    const { channels, links, people, views, triggers } = workspace;
    const users = [
      textAt(args, 'user'),
      textAt(args, 'user_id'),
      textAt(args, 'users'),
      textAt(args, 'channel'),
    ];
    return (
      channels.has(textAt(args, 'channel') ?? textAt(args, 'channel_id') ?? '') ||
      links.has(textAt(args, 'unfurl_id') ?? '') ||
      users.some((id) => id !== undefined && people.has(id)) ||
      views.has(textAt(args, 'view_id') ?? '') ||
      triggers.isKnown(textAt(args, 'trigger_id') ?? '')
    );
  };
  return workspaces.find(named) ?? workspaces[0];
}
