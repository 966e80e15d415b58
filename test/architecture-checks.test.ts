import { describe, expect, test } from 'vitest';
import { cyclesIn } from './support/cycles.ts';
import { type Arrow, arrowsIn } from './support/imports.ts';
import {
  isAgainstFolders,
  isAgainstModules,
  isIntoPrivate,
  isOutOfPlace,
  isSlackOutside,
} from './support/module-rules.ts';

describe('the checks of the architecture', () => {
  const arrow = (from: string, to: string, isType = false): Arrow => ({ from, to, isOurs: true, isType });

  test('find every way to import', () => {
    const source = [
      "import { a } from './a.ts';",
      "import type { B } from './b.ts';",
      "import { type C } from './c.ts';",
      "export { d } from './d.ts';",
      "export type { E } from './e.ts';",
      "export * from './f.ts';",
      "const g = await import('./g.ts');",
      "type H = import('./h.ts').H;",
      "import './i.ts';",
      "import { App } from '@slack/bolt';",
      "import { setTimeout } from 'node:timers/promises';",
    ].join('\n');
    const found = arrowsIn('src/x/file.ts', source).map(({ to, isType }) => (isType ? `${to} (types)` : to));
    expect(found.sort()).toEqual([
      '@slack/bolt',
      'node:timers',
      'src/x/a.ts',
      'src/x/b.ts (types)',
      'src/x/c.ts (types)',
      'src/x/d.ts',
      'src/x/e.ts (types)',
      'src/x/f.ts',
      'src/x/g.ts',
      'src/x/h.ts (types)',
      'src/x/i.ts',
    ]);
  });

  test('find a cycle, by types too, each once', () => {
    expect(cyclesIn([arrow('a', 'b'), arrow('b', 'c'), arrow('c', 'b')])).toEqual([['b', 'c']]);
    expect(cyclesIn([arrow('a', 'b'), arrow('b', 'a', true)])).toEqual([['a', 'b']]);
    expect(cyclesIn([arrow('a', 'b', true), arrow('b', 'c', true), arrow('c', 'a', true)])).toHaveLength(1);
    expect(cyclesIn([arrow('a', 'a')])).toEqual([['a']]);
    expect(cyclesIn([arrow('a', 'b'), arrow('a', 'c'), arrow('b', 'd'), arrow('c', 'd')])).toEqual([]);
  });

  test.each([
    [arrow('src/core/meeting.ts', 'src/cards/limits.ts'), true],
    [arrow('src/core/meeting.ts', 'src/cards/limits.ts', true), true],
    [arrow('src/core/meeting.ts', 'src/lib/bulkhead.ts'), false],
    [arrow('src/slack/services.ts', 'src/storage/keys.ts', true), false],
    [arrow('src/slack/services.ts', 'src/storage/keys.ts'), true],
    [arrow('src/lib/bulkhead.ts', 'src/core/time.ts', true), true],
    [arrow('src/ops/log.ts', 'src/app.ts', true), true],
    [arrow('src/config/variables.ts', 'src/storage/redis/address.ts'), false],
    [arrow('src/config/variables.ts', 'src/storage/redis/connection.ts'), true],
  ])('judge $0.from → $0.to', (one, isAgainst) => {
    expect(isAgainstModules(one)).toBe(isAgainst);
  });

  test('judge arrows into private folders', () => {
    const into = (from: string, to: string) => isIntoPrivate(arrow(from, to, true));
    expect(into('src/conference/agenda.ts', 'src/conference/quanshi/meetings.ts')).toBe(true);
    expect(into('src/conference/quanshi/accounts.ts', 'src/conference/quanshi/meetings.ts')).toBe(false);
    expect(into('src/app.ts', 'src/conference/quanshi/meetings.ts')).toBe(false);
    expect(into('src/conference/agenda.ts', 'src/storage/redis/connection.ts')).toBe(true);
    expect(into('src/storage/open-storage.ts', 'src/storage/redis/connection.ts')).toBe(false);
  });

  test('judge packages and folders', () => {
    const imports = (from: string, to: string, isType = false): Arrow => ({
      from,
      to,
      isOurs: false,
      isType,
    });
    expect(isSlackOutside(imports('src/ops/log.ts', '@slack/bolt', true))).toBe(true);
    expect(isSlackOutside(imports('src/cards/blocks.ts', '@slack/types', true))).toBe(false);
    expect(isSlackOutside(imports('src/cards/blocks.ts', '@slack/types'))).toBe(true);
    expect(isOutOfPlace(imports('src/storage/keys.ts', 'ioredis', true))).toBe(true);
    expect(isAgainstFolders(arrow('src/app.ts', 'sandbox/environment.ts'))).toBe(true);
    expect(isAgainstFolders(arrow('demo/main.ts', 'test/support/stage.ts', true))).toBe(true);
    expect(isAgainstFolders(arrow('sandbox/environment.ts', 'src/app.ts'))).toBe(true);
  });
});
