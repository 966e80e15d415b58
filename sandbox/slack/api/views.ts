import { violationsOfView } from '../../block-kit/view.ts';
import { type Fields, fieldsAt, textAt } from '../fields.ts';
import { publishHome, replaceView, stackView, viewByExternalId, viewObject } from '../state/view-store.ts';
import type { Workspace } from '../state/workspace.ts';
import { fail, type Method, ok, type Refused, refusal, refuse } from './reply.ts';

/** Source: docs.slack.dev/reference/methods/views.open; the trigger is spent even when the view is refused. */
export const viewsOpen: Method = (args, slack) => stack('views.open', args, slack);

/** At most three views are open on top of each other, and one must be open already. */
export const viewsPush: Method = (args, slack) => stack('views.push', args, slack);

function stack(method: 'views.open' | 'views.push', args: Fields, slack: Workspace): Fields {
  const trigger = slack.triggers.spend(textAt(args, 'trigger_id'));
  if ('error' in trigger) return fail(trigger.error);
  const judged = judge(method, 'modal', args, slack);
  if ('refused' in judged) return judged.refused;
  if (viewByExternalId(slack, textAt(judged.content, 'external_id')) !== undefined)
    return fail('duplicate_external_id');
  if (method === 'views.push' && (slack.stacks.get(trigger.userId) ?? []).length === 0)
    return fail('not_found');
  const view = stackView(slack, trigger.userId, judged.content);
  return view === undefined ? fail('push_limit_reached') : ok({ view: viewObject(view, slack) });
}

export const viewsUpdate: Method = (args, slack) => {
  const judged = judge('views.update', 'modal', args, slack);
  if ('refused' in judged) return judged.refused;
  const byId = slack.views.get(textAt(args, 'view_id') ?? '');
  const view = byId ?? viewByExternalId(slack, textAt(args, 'external_id'));
  if (view === undefined) return fail('not_found');
  if (textAt(args, 'hash') !== undefined && args.hash !== view.hash) return fail('hash_conflict');
  replaceView(slack, view, judged.content);
  return ok({ view: viewObject(view, slack) });
};

export const viewsPublish: Method = (args, slack) => {
  const userId = textAt(args, 'user_id');
  if (userId === undefined || !slack.people.has(userId))
    return fail('invalid_arguments', ['[ERROR] invalid `user_id`']);
  const judged = judge('views.publish', 'home', args, slack);
  if ('refused' in judged) return judged.refused;
  const home = slack.homes.get(userId);
  if (textAt(args, 'hash') !== undefined && args.hash !== home?.hash) return fail('hash_conflict');
  return ok({ view: viewObject(publishHome(slack, userId, judged.content), slack) });
};

function judge(
  method: string,
  kind: 'modal' | 'home',
  args: Fields,
  slack: Workspace,
): { content: Fields } | Refused {
  const content = fieldsAt(args, 'view');
  const found = violationsOfView(args.view);
  if (content !== undefined && content.type !== kind) found.push(`view.type must be ${kind}`);
  const refused = refusal(slack, method, found, 'invalid_arguments');
  if (refused !== undefined) return { refused };
  return content === undefined ? refuse('invalid_arguments') : { content };
}
