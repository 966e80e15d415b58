import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import * as v from 'valibot';
import { ACTION } from '../cards/action-ids.ts';
import { access } from './listeners/access-button.ts';
import type { ActionListener } from './listeners/action-listener.ts';
import { followed, refresh, share } from './listeners/card-buttons.ts';
import { meetingCommand } from './listeners/meeting-command.ts';
import { people, turnPeoplePage } from './listeners/people-button.ts';
import { actionPayload } from './payloads/action.ts';
import { commandPayload } from './payloads/command.ts';
import type { Services } from './services.ts';

/** The slash commands that the app answers, as the manifest declares them. */
export const COMMANDS = ['/meeting'] as const;

type ActionId = (typeof ACTION)[keyof typeof ACTION];

/** What each button does; a table, since every listener registered with Bolt costs each request (perf.md, "What Bolt's parts cost"). */
const ACTIONS: Readonly<Record<ActionId, ActionListener>> = {
  [ACTION.join]: followed,
  [ACTION.joinInBrowser]: followed,
  [ACTION.joinAsHost]: followed,
  [ACTION.joinAsCoHost]: followed,
  [ACTION.share]: share,
  [ACTION.refresh]: refresh,
  [ACTION.access]: access,
  [ACTION.people]: people,
  [ACTION.peoplePage]: turnPeoplePage,
  [ACTION.peoplePageBack]: turnPeoplePage,
};

const isActionId = (id: string): id is ActionId => Object.hasOwn(ACTIONS, id);

type Request = AnyMiddlewareArgs & AllMiddlewareArgs;

/** The one Bolt middleware: reads the payload and hands it to its listener. What nobody knows is logged, and not acknowledged. */
export function router(services: Services): (request: Request) => Promise<void> {
  return async (request) => {
    if ('command' in request) return command(request);
    if ('action' in request) return action(request);
    services.log.info('unknown-request');
  };

  async function command(request: Extract<Request, { command: unknown }>): Promise<void> {
    const payload = v.safeParse(commandPayload, request.body);
    const isOurs = payload.success && COMMANDS.some((name) => name === payload.output.command);
    if (!payload.success || !isOurs) return services.log.info('unknown-request', { door: 'command' });
    await meetingCommand(payload.output, async (body) => request.ack(body), services);
  }

  async function action(request: Extract<Request, { action: unknown }>): Promise<void> {
    const payload = v.safeParse(actionPayload, request.body);
    const id = payload.success ? payload.output.actions[0].action_id : '';
    if (!payload.success || !isActionId(id)) return services.log.info('unknown-request', { door: 'action' });
    await request.ack();
    const startedAt = services.clock();
    const outcome = await ACTIONS[id](payload.output, services);
    services.log.info('answered', { door: id, outcome, ms: services.clock() - startedAt });
  }
}
