import * as v from 'valibot';
import { type AckCommand, meetingCommand } from './listeners/commands/meeting.ts';
import { commandPayload } from './payloads/command.ts';
import { COMMANDS } from './registry.ts';
import { reportAnswer } from './report-answer.ts';
import type { Services } from './services.ts';

/** Takes the body of a slash command and the way to acknowledge it. */
export type CommandRoute = (body: unknown, ack: AckCommand) => Promise<void>;

/** Reads a slash command and answers it. One that nobody knows is logged, and not acknowledged. */
export function commandRoute(services: Services): CommandRoute {
  return async (body, ack) => {
    const read = v.safeParse(commandPayload, body);
    const isOurs = read.success && COMMANDS.some((name) => name === read.output.command);
    if (!read.success || !isOurs) return services.log.info('unknown-request', { entryPoint: 'command' });
    return reportAnswer('command', () => meetingCommand(read.output, ack, services), services);
  };
}
