import { violationsOfView } from '../../block-kit/view.ts';
import { noteBrokenTexts, refusal } from '../api/reply.ts';
import { type Fields, fieldsAt, flagAt, isFields, textAt } from '../fields.ts';
import { viewClosed } from '../payloads/view-closed.ts';
import { type ViewResponseUrl, viewSubmission } from '../payloads/view-submission.ts';
import type { StoredView } from '../state/surfaces.ts';
import { closeViews, replaceView, stackView, viewObject } from '../state/view-store.ts';
import type { Workspace } from '../state/workspace.ts';
import { type Answer, failureOf } from './courier.ts';
import { actor, type Desk } from './desk.ts';
import { type Filled, inputsOf, stateValues } from './view-state.ts';

interface OnView {
  readonly appUrl: string;
  readonly view: StoredView;
}

/** Someone presses the submit button; the app's `response_action` is done to the view, and none closes it. */
export async function submitView(desk: Desk, given: OnView & { readonly values?: Filled }) {
  const { slack, courier, changed } = desk;
  const { view, values = {} } = given;
  const triggerId = slack.triggers.mint(view.userId);
  const responseUrls = urlsFor(desk, view, values);
  const payload = viewSubmission({
    identity: slack.identity,
    user: actor(slack, view.userId),
    view: viewObject(view, slack, stateValues(view, values)),
    triggerId,
    responseUrls,
  });
  const answer = await courier.interaction(given.appUrl, payload);
  if (failureOf(answer) === undefined) follow(slack, view, answer);
  changed();
  return { ...answer, triggerId, responseUrls: responseUrls.map((one) => one.response_url) };
}

/** Someone closes a modal. The app is told only if the view asked for it; `undefined` when it did not. */
export async function closeView(
  desk: Desk,
  given: OnView & { readonly all?: boolean },
): Promise<Answer | undefined> {
  const { slack, courier, changed } = desk;
  const { view, all = false } = given;
  const isCleared = all || flagAt(view.content, 'clear_on_close');
  const payload = viewClosed({
    identity: slack.identity,
    user: actor(slack, view.userId),
    view: viewObject(view, slack),
    isCleared,
  });
  if (isCleared) closeViews(slack, view.userId);
  else closeViews(slack, view.userId, view);
  const answer = flagAt(view.content, 'notify_on_close')
    ? await courier.interaction(given.appUrl, payload)
    : undefined;
  changed();
  return answer;
}

function urlsFor(desk: Desk, view: StoredView, values: Filled): ViewResponseUrl[] {
  return inputsOf(view).flatMap(({ block, element }) => {
    const action_id = textAt(element, 'action_id') ?? '';
    const channel_id = values[action_id];
    if (!flagAt(element, 'response_url_enabled') || channel_id === undefined) return [];
    const response_url = desk.mintResponseUrl({ channelId: channel_id, userId: view.userId });
    return [{ block_id: textAt(block, 'block_id') ?? '', action_id, channel_id, response_url }];
  });
}

/** Source: docs.slack.dev/surfaces/modals */
function follow(slack: Workspace, view: StoredView, { text, body }: Answer): void {
  const reply: Fields = isFields(body) ? body : {};
  noteBrokenTexts(slack, 'view_submission', reply);
  const action = reply.response_action;
  if (text === '') closeViews(slack, view.userId, view);
  else if (action === 'clear') closeViews(slack, view.userId);
  else if (action === 'errors') mark(slack, view, fieldsAt(reply, 'errors') ?? {});
  else if (action === 'update' || action === 'push') show(slack, view, action, reply.view);
  else slack.violations.push(`view_submission: no such response_action in ${text}`);
}

function show(slack: Workspace, view: StoredView, action: 'update' | 'push', content: unknown): void {
  const refused = refusal(slack, 'view_submission', violationsOfView(content), 'invalid_arguments');
  if (refused !== undefined || !isFields(content)) return;
  if (action === 'update') replaceView(slack, view, content);
  else if (stackView(slack, view.userId, content) === undefined) {
    slack.violations.push('view_submission: more than three views on one another');
  }
}

function mark(slack: Workspace, view: StoredView, errors: Fields): void {
  const inputs = new Set(inputsOf(view).map(({ block }) => block.block_id));
  for (const [blockId, error] of Object.entries(errors)) {
    if (inputs.has(blockId) && typeof error === 'string' && error !== '') view.errors[blockId] = error;
    else
      slack.violations.push(`view_submission: the error for ${blockId} is not a text under an input block`);
  }
}
