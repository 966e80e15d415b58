import { setTimeout as after } from 'node:timers/promises';
import { readConfig } from './config/config.ts';
import { type TenantId, tenantId } from './core/tenant.ts';
import { sealKeysOf } from './seal-keys.ts';
import { DEPARTURES, settingsKey } from './storage/keys.ts';
import type { Storage } from './storage/open-storage.ts';
import { unreportedStorage } from './storage/unreported-storage.ts';
import { conferenceAccounts } from './tenants/conference-accounts.ts';
import { departures } from './tenants/departures.ts';
import { details, summary } from './tenants/describe-installation.ts';
import { describeSettings } from './tenants/describe-settings.ts';
import { eraseTenant } from './tenants/erase-tenant.ts';
import { installations } from './tenants/installations.ts';

const USAGE = 'Usage: npm run tenants -- list | show <id> | delete <id>\n';

/** How long it waits for Redis. */
const CONNECT_MS = 5000;
const LOOK_MS = 50;

/** What a command says, and its exit code: 0; 1 where it was not done; 2 where it was not understood. */
interface Said {
  readonly code: number;
  readonly out?: string;
  readonly error?: string;
}

const [action, name, ...rest] = process.argv.slice(2);
const said = await run();
process.stdout.write(said.out ?? '');
process.stderr.write(said.error ?? '');
process.exit(said.code);

async function run(): Promise<Said> {
  const id = tenantId(name ?? '');
  const isList = action === 'list' && name === undefined;
  const isOfOne = (action === 'show' || action === 'delete') && id !== undefined && rest.length === 0;
  if (!isList && !isOfOne) return { code: 2, error: USAGE };
  const result = readConfig(process.env);
  if (result.kind === 'faults')
    return { code: 1, error: result.faults.map((fault) => `${fault}\n`).join('') };
  if (result.config.workspaces.kind === 'one') {
    return { code: 1, error: 'This deployment has the one workspace of SLACK_BOT_TOKEN.\n' };
  }
  const { redis, stateRedis } = result.config;
  const sealKeys = sealKeysOf(result.config);
  const storage = unreportedStorage({ redis, stateRedis, sealKeys, clock: Date.now });
  try {
    if (!(await isReached(storage))) return { code: 1, error: 'Redis cannot be reached.\n' };
    if (id === undefined) return await list(storage);
    return await (action === 'show' ? show(storage, id) : remove(storage, id));
  } catch (error) {
    return { code: 1, error: `${error instanceof Error ? error.message : 'unknown reason'}\n` };
  } finally {
    await storage.close();
  }
}

async function isReached(storage: Storage): Promise<boolean> {
  for (let waited = 0; waited < CONNECT_MS; waited += LOOK_MS) {
    const { cache, durable } = storage.state();
    if (cache === 'ok' && durable === 'ok') return true;
    await after(LOOK_MS);
  }
  return false;
}

async function list({ records }: Storage): Promise<Said> {
  const all = await installations(records).list();
  return { code: 0, out: [...all].map(([id, one]) => `${summary(id, one)}\n`).join('') };
}

async function show({ records }: Storage, id: TenantId): Promise<Said> {
  const found = await installations(records).find(id);
  const account = await conferenceAccounts(records).find(id);
  const settings = async (): Promise<string> => describeSettings(await records.fields(settingsKey(id)));
  return found === undefined
    ? { code: 1, error: `There is no readable installation of ${id}.\n` }
    : { code: 0, out: `${details(found.installation, account)}\n${await settings()}\n` };
}

async function remove(storage: Storage, id: TenantId): Promise<Said> {
  const departure = await departures({
    installations: installations(storage.records),
    erase: (tenant) => eraseTenant(tenant, storage),
    times: storage.dueTimes(DEPARTURES),
    tokenState: async () => 'unknown',
    onGone: async () => {},
    clock: Date.now,
  }).remove(id);
  if (departure === 'departed') return { code: 0, out: `Deleted ${id}, and all that was stored of it.\n` };
  return {
    code: 1,
    error: `There is no readable installation of ${id}. What else was stored of it is deleted.\n`,
  };
}
