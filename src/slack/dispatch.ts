import type { Words } from '../cards/words/words.ts';
import type { Tenant } from '../core/tenant.ts';
import type { Clock } from '../core/time.ts';
import type { Log } from '../ops/log.ts';
import type { Reports } from '../ops/telemetry.ts';
import type { TenantDirectory } from '../tenants/tenant-directory.ts';
import { failedCall } from './failed-call.ts';
import { answerFailure } from './failure-answer.ts';
import type { HomeUpdates } from './home-updates.ts';
import type { Ack } from './listener.ts';
import { type Envelope, readEnvelope } from './payloads/envelope.ts';
import { entryPointOf, listenerFor } from './registry.ts';
import { installationContext, type RequestContext, requestContext } from './request-context.ts';
import type { Services } from './services.ts';

export interface DispatchOptions {
  readonly tenants: TenantDirectory;
  readonly servicesFor: (tenant: Tenant) => Services;
  readonly homes: Pick<HomeUpdates, 'changed'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly report: Pick<Reports, 'answered' | 'failed' | 'unknownInstallation'>;
  /** For whom no tenant is known. */
  readonly words: Words;
}

/** Takes a payload that is proven to be Slack's, and the way to acknowledge it. Never rejects. */
export type Dispatch = (body: unknown, ack: Ack) => Promise<void>;

/** Slack delivers an event again for a day at most; most often within five minutes. */
const REMEMBERED_SECONDS = 24 * 60 * 60;

/** A listener that was found for a payload, with all that it needs. */
interface Task {
  readonly entryPoint: string;
  readonly services: Services;
  /** Undefined where no person acts. */
  readonly context: RequestContext | undefined;
  readonly run: (ack: Ack) => Promise<string>;
}

/**
 * The one way from a payload to its listener, over any transport: parses it, finds the tenant, makes the request context, runs the listener
 * and reports what came of it. What no listener takes is logged, and not acknowledged. What no tenant owns is counted and acknowledged, and
 * whoever typed a command is told. What a listener throws is reported, and the person is told.
 */
export function dispatch({
  tenants,
  servicesFor,
  homes,
  clock,
  log,
  report,
  words,
}: DispatchOptions): Dispatch {
  return async (body, ack) => {
    const startedAt = clock();
    const envelope = readEnvelope(body);
    let entryPoint: string = envelope?.kind ?? 'unknown';
    let context: RequestContext | undefined;
    try {
      const task = envelope === undefined ? undefined : await taskOf(envelope, body);
      if (envelope === undefined || task === undefined) return log.info('unknown-request', { entryPoint });
      if (task === 'not-installed') {
        report.unknownInstallation(envelope.kind);
        return await ack(answerTo(envelope, words.notInstalled));
      }
      ({ entryPoint, context } = task);
      const isRepeated = envelope.eventId !== undefined && !(await isFirst(envelope.eventId, task.services));
      const outcome = isRepeated ? 'duplicate' : await task.run(ack);
      report.answered(entryPoint, outcome, clock() - startedAt);
    } catch (error) {
      report.failed('answer-failed', error, { entryPoint, ...failedCall(error) });
      if (context !== undefined) await answerFailure(error, context);
      else if (envelope?.kind === 'command') await ack(answerTo(envelope, words.failure.internal.what));
    }
  };

  async function taskOf(envelope: Envelope, body: unknown): Promise<Task | 'not-installed' | undefined> {
    const entry = listenerFor(envelope);
    if (entry === undefined) return undefined;
    const tenant = await tenants.of(envelope.installation);
    if (tenant === undefined) return 'not-installed';
    const services = servicesFor(tenant);
    const entryPoint = entryPointOf(envelope.id, entry.listener);
    if (envelope.channel !== undefined) services.channels.learn(envelope.channel);
    const settings = await services.tenantSettings.in(envelope.channel?.id);
    const installation = installationContext(tenant, services, envelope, settings, entryPoint);
    if (entry.needs === 'installation') {
      const run = entry.listener.read(body);
      return run && { entryPoint, services, context: undefined, run: (ack) => run(installation, ack) };
    }
    const run = entry.listener.read(body);
    if (run === undefined || envelope.actor === undefined) return undefined;
    const { actor } = envelope;
    const homeChanged = (): void => homes.changed(envelope.installation, actor);
    const context = requestContext(installation, actor, { ...envelope, homeChanged });
    if (envelope.isOnHome) void services.openHomes.opened(actor);
    return { entryPoint, services, context, run: (ack) => run(context, ack) };
  }
}

/** Only a command shows what it is acknowledged with. */
function answerTo({ kind }: Envelope, text: string): unknown {
  return kind === 'command' ? { response_type: 'ephemeral', text } : undefined;
}

/** Whether no other delivery of this event was taken, over all processes. */
function isFirst(eventId: string, { store, keys }: Services): Promise<boolean> {
  return store.setIfAbsent(keys.slackEvent(eventId), '1', REMEMBERED_SECONDS);
}
