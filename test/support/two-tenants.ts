import { PassThrough } from 'node:stream';
import { wordsFor } from '../../src/cards/words/languages.ts';
import { recentMeetings } from '../../src/conference/recent-meetings.ts';
import { vendorUserId } from '../../src/core/ids.ts';
import { isTeamId, type Person } from '../../src/core/person.ts';
import { type Tenant, tenantId } from '../../src/core/tenant.ts';
import { WriteBehind } from '../../src/lib/write-behind.ts';
import { createLog } from '../../src/ops/log.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { BotIdentity } from '../../src/slack/bot-identity.ts';
import { cardCache } from '../../src/slack/card-cache.ts';
import { dispatch } from '../../src/slack/dispatch.ts';
import { messenger } from '../../src/slack/messenger.ts';
import type { Services } from '../../src/slack/services.ts';
import { slackClients } from '../../src/slack/slack-client.ts';
import { UNKNOWN_PROFILE } from '../../src/slack/user-directory.ts';
import { storageKeys } from '../../src/storage/keys.ts';
import { memoryCache } from '../../src/storage/memory/cache-store.ts';
import { SETTINGS } from './rules.ts';

/** A call of Slack's Web API, and whose token made it. */
export interface TokenCall {
  readonly method: string;
  readonly token: string;
}

const clock = (): number => Date.UTC(2030, 11, 30, 2);
const tenantOf = (id: string): Tenant => {
  const made = tenantId(id);
  const userId = vendorUserId('88893351');
  if (made === undefined || userId === undefined) throw new Error(`${id} is not a tenant id`);
  return {
    id: made,
    installation: { botToken: `xoxb-${id}` },
    conference: {
      url: 'http://127.0.0.1:9',
      credentials: { kind: 'none' },
      userId,
      linkLookupPath: undefined,
      id: undefined,
      linkDomains: undefined,
    },
  };
};

/** Two installations (`T0HOME` of tenant `home`, `T0FAR` of tenant `far`) behind one dispatch, with one store between them. */
export function twoTenants() {
  const tenants = new Map([
    ['T0HOME', tenantOf('home')],
    ['T0FAR', tenantOf('far')],
  ]);
  const calls: TokenCall[] = [];
  const lookedUp: Person[] = [];
  const replies: string[] = [];
  let isFailing = false;
  let isDirectoryBroken = false;
  const answers: unknown[] = [];
  const lines = new PassThrough();
  let logged = '';
  lines.on('data', (chunk: Buffer) => {
    logged += chunk.toString();
  });
  const log = createLog('info', lines);
  const store = memoryCache(clock);
  const keysFor = storageKeys(Buffer.from('secret'));
  const report = {
    unknownInstallation: (kind: string) => log.info('unknown-installation', { entryPoint: kind }),
    answered: (entryPoint: string, outcome: string) => log.info('answered', { entryPoint, outcome }),
    failed: (
      event: 'answer-failed' | 'late-answer-failed' | 'unhandled-rejection' | 'uncaught-exception',
      _error: unknown,
      fields = {},
    ) => log.error(event, fields),
  };

  /** A Slack that takes every call, unless told otherwise. */
  const slack: typeof fetch = async (input, init) => {
    const method = String(input).split('/').at(-1) ?? '';
    const token = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? '';
    calls.push({ method, token });
    if (isFailing && method.startsWith('views.')) return Response.json({ ok: false, error: 'fatal_error' });
    return Response.json({ ok: true, view: { id: 'V1' }, channel: { id: 'D0DIRECT' }, ts: '1.1' });
  };

  const clientsOf = slackClients({
    apiUrl: undefined,
    logger: boltLogger(createLog('silent')),
    fetch: slack,
  });

  function build({ id, installation }: Tenant): Services {
    const keys = keysFor(id);
    const clients = clientsOf({ token: installation.botToken });
    return {
      ...clients,
      messenger: messenger(clients),
      workObjects: false,
      tracking: {
        followers: {
          follow: async () => {},
          forget: async () => {},
          pushed: async () => {},
          shown: async () => undefined,
        },
        follow: async () => {},
        check: async () => undefined,
        updateWaiting: async () => undefined,
        reminders: {
          set: async () => ({ kind: 'unavailable' }),
          undo: async () => true,
          list: async () => [],
        },
        remind: async () => undefined,
        forgetTenant: async () => {},
      },
      uninstalled: undefined,
      account: undefined,
      lastFailure: () => undefined,
      supportUrl: undefined,
      openHomes: { opened: async () => {}, published: async () => {}, update: async () => {} },
      identity: new BotIdentity(clients.client, clock, () => {}),
      meetings: {
        find: async () => ({ kind: 'not-found', reference: 'event' }),
        fresh: async () => undefined,
      },
      agenda: async () => ({ kind: 'found', meetings: [] }),
      live: async () => ({ kind: 'unknown' }),
      liveFor: async () => ({ kind: 'unknown' }),
      presentNames: async () => undefined,
      recents: recentMeetings({ store, keys, behind: new WriteBehind(() => {}) }),
      users: {
        async of(person) {
          lookedUp.push(person);
          return UNKNOWN_PROFILE;
        },
        standing: async () => 'unknown',
        hasNewStanding: async () => false,
      },
      lookupLimit: {
        tryAcquire: async () => 0,
        recordMiss: () => {},
        tryAcquireAgenda: async () => 0,
        tryAcquirePasted: async () => 0,
        tryAcquireLive: async () => 0,
      },
      fairShare: (_person, task) => task(),
      pastedShare: (_person, task) => task(),
      store,
      keys,
      tenantSettings: {
        in: async () => SETTINGS,
        look: async () => ({ chosen: {}, above: SETTINGS }),
        change: async () => true,
      },
      channels: { isExternal: async () => 'unknown', learn: () => {} },
      cards: cardCache()(id),
      calendarLinks: undefined,
      clock,
      reply: async (address) => void replies.push(address),
      removeOriginal: async () => {},
      report,
    };
  }

  const services = new Map<Tenant, Services>();
  const servicesFor = (tenant: Tenant): Services => {
    const known = services.get(tenant) ?? build(tenant);
    services.set(tenant, known);
    return known;
  };
  const take = dispatch({
    tenants: {
      async of({ teamId }) {
        if (isDirectoryBroken) throw new Error('the storage is away');
        return teamId === undefined ? undefined : tenants.get(teamId);
      },
      withId: async () => undefined,
    },
    servicesFor,
    homes: { changed: () => {} },
    clock,
    log,
    report,
    words: wordsFor('en', 'en'),
  });

  return {
    calls,
    lookedUp,
    replies,
    /** What payloads were acknowledged with. */
    answers,
    logged: () => logged,
    /** From now on Slack opens no modal. */
    breakViews: () => {
      isFailing = true;
    },
    /** From now on no tenant can be looked up. */
    breakDirectory: () => {
      isDirectoryBroken = true;
    },
    /** The services of the tenant that a workspace belongs to. */
    servicesOf(teamId: string): Services {
      const tenant = isTeamId(teamId) ? tenants.get(teamId) : undefined;
      if (tenant === undefined) throw new Error(`${teamId} has no tenant`);
      return servicesFor(tenant);
    },
    /** Dispatches a payload; true where it was acknowledged. */
    async take(body: unknown): Promise<boolean> {
      let isAcknowledged = false;
      await take(body, async (answer) => {
        isAcknowledged = true;
        answers.push(answer);
      });
      return isAcknowledged;
    },
  };
}
