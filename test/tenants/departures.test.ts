import { expect, test } from 'vitest';
import { tenantId } from '../../src/core/tenant.ts';
import { memoryDueTimes } from '../../src/storage/memory/due-times.ts';
import { memoryRecords } from '../../src/storage/memory/durable-records.ts';
import { departures, type TokenState } from '../../src/tenants/departures.ts';
import { installationFrom, type StoredInstallation } from '../../src/tenants/installation.ts';
import { installations } from '../../src/tenants/installations.ts';

const NOW = 1_900_000_000_000;
const MINUTE = 60_000;
const HOME = tenantId('T0HOME');
const sure = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('not there');
  return value;
};

const installed = (botToken: string, installedAt = NOW): StoredInstallation =>
  sure(
    installationFrom({
      botToken,
      teamId: 'T0HOME',
      isEnterpriseInstall: false,
      botUserId: 'U0BOT',
      scopes: [],
      installedBy: 'U0HAN',
      installedAt,
    }),
  );

/** One installed workspace, and what is erased. `onAsked` runs while Slack is asked about the token. */
async function oneTenant(state: TokenState, onAsked: () => Promise<void> = async () => {}) {
  const stored = installations(memoryRecords(() => NOW));
  const times = memoryDueTimes();
  const erased: string[] = [];
  let isFailing = false;
  await stored.put(installed('xoxb-old'));
  const leaving = departures({
    installations: stored,
    async erase(id) {
      if (isFailing) throw new Error('Redis is away');
      erased.push(id);
    },
    times,
    async tokenState() {
      await onAsked();
      return state;
    },
    onGone: async () => {},
    clock: () => NOW,
  });
  return {
    stored,
    times,
    leaving,
    erased,
    fail: (isAway: boolean) => {
      isFailing = isAway;
    },
    current: async () => (await stored.find(sure(HOME)))?.installation.botToken,
  };
}

test.each<readonly [number, TokenState, 'departed' | 'kept']>([
  [10 * MINUTE, 'works', 'departed'],
  [10 * MINUTE, 'unknown', 'departed'],
  [-10 * MINUTE, 'revoked', 'kept'],
  [-10 * MINUTE, 'unknown', 'kept'],
  [MINUTE, 'works', 'kept'],
  [MINUTE, 'revoked', 'departed'],
  [MINUTE, 'unknown', 'departed'],
  [-MINUTE, 'works', 'kept'],
  [-MINUTE, 'revoked', 'departed'],
  [-MINUTE, 'unknown', 'kept'],
])(
  'an uninstallation %i ms after the installation, whose token %s: it is %s',
  async (after, state, departure) => {
    const { leaving, erased } = await oneTenant(state);
    expect(await leaving.uninstalled(sure(HOME), NOW + after)).toBe(departure);
    expect(erased).toEqual(departure === 'departed' ? ['T0HOME'] : []);
  },
);

test('an installation that takes the place of one that is being deleted is not deleted', async () => {
  let isFirst = true;
  const tenant = await oneTenant('revoked', async () => {
    if (isFirst) await tenant.stored.put(installed('xoxb-new', NOW + 1));
    isFirst = false;
  });
  expect(await tenant.leaving.tokenRefused(sure(HOME), 'xoxb-old')).toBe('kept');
  expect([await tenant.current(), tenant.erased]).toEqual(['xoxb-new', []]);
});

test('several that delete one tenant at the same time delete it once', async () => {
  const { leaving } = await oneTenant('revoked');
  const all = await Promise.all(
    Array.from({ length: 5 }, () => leaving.tokenRefused(sure(HOME), 'xoxb-old')),
  );
  expect(all.sort()).toEqual(['departed', 'gone', 'gone', 'gone', 'gone']);
});

test('what could not be erased is erased later, unless the tenant is there again', async () => {
  const { leaving, erased, fail, times, stored } = await oneTenant('revoked');
  fail(true);
  await expect(leaving.uninstalled(sure(HOME), NOW + MINUTE)).rejects.toThrow('Redis is away');
  expect(await times.membersOf('T0HOME/')).toEqual(['T0HOME/again']);
  fail(false);
  await leaving.eraseAgain(sure(HOME));
  expect(erased).toEqual(['T0HOME']);
  await stored.put(installed('xoxb-new'));
  await leaving.eraseAgain(sure(HOME));
  expect(erased).toEqual(['T0HOME']);
});

test('by hand a tenant is deleted whatever its token is, and so is what is left of one without a readable installation', async () => {
  const { leaving, erased, current } = await oneTenant('works');
  expect(await leaving.remove(sure(HOME))).toBe('departed');
  expect(await current()).toBeUndefined();
  expect(await leaving.remove(sure(HOME))).toBe('gone');
  expect(erased).toEqual(['T0HOME', 'T0HOME']);
});
