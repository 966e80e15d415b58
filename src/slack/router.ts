import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import * as v from 'valibot';
import { commandRoute } from './command-route.ts';
import { routeEvent } from './event-router.ts';
import { findSubmitted } from './listeners/views/find-form.ts';
import { actionPayload } from './payloads/action.ts';
import { shortcutPayload } from './payloads/shortcut.ts';
import { findSubmission } from './payloads/view-submission.ts';
import { ACTIONS, isActionId, SHORTCUTS } from './registry.ts';
import { reportAnswer } from './report-answer.ts';
import type { Services } from './services.ts';

type Request = AnyMiddlewareArgs & AllMiddlewareArgs;

/** The one Bolt middleware: reads the payload and hands it to its listener. What nobody knows is logged, and not acknowledged. */
export function router(services: Services): (request: Request) => Promise<void> {
  const { log } = services;
  const command = commandRoute(services);

  return async (request) => {
    if ('command' in request) return command(request.body, async (body) => request.ack(body));
    if ('action' in request) return action(request);
    if ('shortcut' in request) return shortcut(request);
    if ('view' in request) return view(request);
    if ('event' in request) return reportAnswer('event', () => routeEvent(request.body, services), services);
    log.info('unknown-request');
  };

  async function action(request: Extract<Request, { action: unknown }>): Promise<void> {
    const read = v.safeParse(actionPayload, request.body);
    const id = read.success ? read.output.actions[0].action_id : '';
    if (!read.success || !isActionId(id)) return log.info('unknown-request', { entryPoint: 'action' });
    await request.ack();
    return reportAnswer(id, () => ACTIONS[id](read.output, services), services);
  }

  async function shortcut(request: Extract<Request, { shortcut: unknown }>): Promise<void> {
    const read = v.safeParse(shortcutPayload, request.body);
    if (!read.success) return log.info('unknown-request', { entryPoint: 'shortcut' });
    const payload = read.output;
    const { callback_id } = payload;
    if (payload.type === 'message_action' && callback_id === 'meeting_details') {
      await request.ack();
      return reportAnswer(callback_id, () => SHORTCUTS.meeting_details(payload, services), services);
    }
    if (payload.type === 'shortcut' && callback_id === 'find_meeting') {
      await request.ack();
      return reportAnswer(callback_id, () => SHORTCUTS.find_meeting(payload, services), services);
    }
    log.info('unknown-request', { entryPoint: 'shortcut' });
  }

  async function view(request: Extract<Request, { view: unknown }>): Promise<void> {
    const read = v.safeParse(findSubmission, request.body);
    if (!read.success) return log.info('unknown-request', { entryPoint: 'view' });
    return reportAnswer(
      'find_form',
      () => findSubmitted(read.output, async (answer) => request.ack(answer), services),
      services,
    );
  }
}
