import { type Fields, listAt, textAt } from '../fields.ts';
import { newId, newSecret } from './clock.ts';
import { type StoredView, withIds } from './surfaces.ts';
import type { Workspace } from './workspace.ts';

const STACK_LIMIT = 3;

const fresh = (slack: Workspace) => `${Math.floor(slack.now() / 1000)}.${newSecret().slice(0, 8)}`;

function newView(
  slack: Workspace,
  kind: StoredView['kind'],
  userId: string,
  content: Fields,
  below?: StoredView,
) {
  const id = newId('V');
  const view: StoredView = {
    kind,
    id,
    userId,
    rootId: below?.rootId ?? id,
    ...(below === undefined ? {} : { previousId: below.id }),
    hash: fresh(slack),
    blocks: withIds(listAt(content, 'blocks')),
    content,
    errors: {},
  };
  return view;
}

/** Puts a modal on top of what this person has open; `undefined` when three are open already. */
export function stackView(slack: Workspace, userId: string, content: Fields): StoredView | undefined {
  const stack = slack.stacks.get(userId) ?? [];
  if (stack.length >= STACK_LIMIT) return undefined;
  const view = newView(slack, 'modal', userId, content, slack.views.get(stack.at(-1) ?? ''));
  slack.views.set(view.id, view);
  slack.stacks.set(userId, [...stack, view.id]);
  return view;
}

/** Takes the person's modals away: this one with all above it, or every one. */
export function closeViews(slack: Workspace, userId: string, from?: StoredView): void {
  const stack = slack.stacks.get(userId) ?? [];
  const keep = from === undefined ? 0 : Math.max(stack.indexOf(from.id), 0);
  for (const id of stack.slice(keep)) slack.views.delete(id);
  slack.stacks.set(userId, stack.slice(0, keep));
}

export function replaceView(slack: Workspace, view: StoredView, content: Fields): void {
  view.content = content;
  view.blocks = withIds(listAt(content, 'blocks'));
  view.hash = fresh(slack);
  view.errors = {};
}

export function publishHome(slack: Workspace, userId: string, content: Fields): StoredView {
  const known = slack.homes.get(userId);
  const home = known ?? newView(slack, 'home', userId, content);
  if (known !== undefined) replaceView(slack, known, content);
  slack.homes.set(userId, home);
  return home;
}

export const viewByExternalId = (slack: Workspace, externalId: string | undefined): StoredView | undefined =>
  externalId === undefined
    ? undefined
    : [...slack.views.values()].find((view) => textAt(view.content, 'external_id') === externalId);

/** A view as payloads and replies carry it. Source: docs.slack.dev/reference/views */
export function viewObject(view: StoredView, slack: Workspace, values: Fields = {}): Fields {
  const { identity } = slack;
  return {
    id: view.id,
    team_id: identity.teamId,
    type: view.kind,
    blocks: view.blocks,
    private_metadata: textAt(view.content, 'private_metadata') ?? '',
    callback_id: textAt(view.content, 'callback_id') ?? '',
    state: { values },
    hash: view.hash,
    title: view.content.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.content.clear_on_close === true,
    notify_on_close: view.content.notify_on_close === true,
    close: view.content.close ?? null,
    submit: view.content.submit ?? null,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: identity.appId,
    external_id: textAt(view.content, 'external_id') ?? '',
    app_installed_team_id: identity.isEnterpriseInstall ? identity.enterprise?.id : identity.teamId,
    bot_id: identity.botId,
  };
}
