import { CALENDAR_PATH, type CalendarLinksOf } from './calendar/link.ts';
import { calendarRoute } from './calendar/route.ts';
import { wordsIn } from './cards/words/languages.ts';
import { readPushEvent } from './conference/quanshi/push.ts';
import type { Config } from './config/config.ts';
import type { Tenant } from './core/tenant.ts';
import type { Clock } from './core/time.ts';
import type { ManyWorkspaces } from './many-workspaces.ts';
import { healthz, metricsPage, type Readiness, readyz } from './ops/health.ts';
import type { Metrics } from './ops/metrics.ts';
import type { Reports } from './ops/telemetry.ts';
import type { Handler } from './ops/web.ts';
import type { Services } from './slack/services.ts';
import type { TenantDirectory } from './tenants/tenant-directory.ts';
import { PUSH_PATH, pushRoute } from './tracking/push-route.ts';

export interface WebRoutesOptions {
  readonly config: Pick<Config, 'role' | 'pushSecret'>;
  /** Undefined with a socket. */
  readonly slackEvents: Handler | undefined;
  /** Undefined where the deployment has no public address. */
  readonly linksOf: CalendarLinksOf | undefined;
  /** The tenant of a deployment of one workspace. */
  readonly single: Tenant | undefined;
  readonly many: ManyWorkspaces | undefined;
  readonly tenants: TenantDirectory;
  readonly servicesFor: (tenant: Tenant) => Services;
  readonly readiness: () => Readiness;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly report: Pick<Reports, 'failed'>;
}

/** What the web server answers, by path. A worker answers neither Slack nor the conference service. */
export function webRoutes(options: WebRoutesOptions): Readonly<Record<string, Handler>> {
  const { config, slackEvents, linksOf, many, readiness, metrics } = options;
  const isWorker = config.role === 'worker';
  return {
    ...(slackEvents === undefined || isWorker ? {} : { '/slack/events': slackEvents }),
    ...(many === undefined || isWorker ? {} : many.routes),
    ...(linksOf === undefined ? {} : { [CALENDAR_PATH]: calendar(options, linksOf) }),
    ...(config.pushSecret === undefined || isWorker ? {} : { [PUSH_PATH]: push(options, config.pushSecret) }),
    '/healthz': healthz,
    '/readyz': readyz(readiness),
    '/metrics': metricsPage(metrics),
  };
}

function calendar(
  { single, tenants, servicesFor, clock, report }: WebRoutesOptions,
  linksOf: CalendarLinksOf,
): Handler {
  return calendarRoute({
    linksOf,
    async sourceOf(id) {
      const tenant = id === undefined ? single : await tenants.withId(id);
      if (tenant === undefined) return undefined;
      const { meetings, tenantSettings } = servicesFor(tenant);
      const { visibility, locale } = await tenantSettings.in(undefined);
      return visibility === 'everyone' ? { meetings, words: wordsIn(locale) } : undefined;
    },
    clock,
    onFailure: (error) => report.failed('answer-failed', error, { entryPoint: 'calendar' }),
  });
}

/** A push event does not say whose account it is for (docs/workspaces.md), so every tenant with one looks whether it follows the meeting. */
function push({ single, many, tenants, servicesFor }: WebRoutesOptions, secret: string): Handler {
  return pushRoute({
    secret,
    read: readPushEvent,
    async take(event) {
      const ids = await many?.tenantIds();
      const all = ids === undefined ? [single] : await Promise.all(ids.map(tenants.withId));
      for (const one of all)
        if (one?.conference !== undefined) await servicesFor(one).tracking.followers.pushed(event);
    },
  });
}
