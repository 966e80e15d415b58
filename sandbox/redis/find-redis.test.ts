import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findRedisServer } from './find-redis.ts';

const folders: string[] = [];

function folderWith(mode?: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'meeting-cards-path-'));
  folders.push(folder);
  if (mode !== undefined) writeFileSync(join(folder, 'redis-server'), '', { mode });
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('finding redis-server', () => {
  it('takes the first on the path that can be run', () => {
    const [without, unrunnable, first, second] = [
      folderWith(),
      folderWith(0o644),
      folderWith(0o755),
      folderWith(0o755),
    ];
    const path = [without, unrunnable, first, second].join(delimiter);
    expect(findRedisServer(path)).toBe(join(String(first), 'redis-server'));
  });

  it('looks in the usual places when the path lacks it', () => {
    const usual = folderWith(0o755);
    expect(findRedisServer(folderWith(), [usual])).toBe(join(usual, 'redis-server'));
    expect(findRedisServer('', [usual])).toBe(join(usual, 'redis-server'));
  });

  it('finds nothing where nothing is', () => {
    expect(findRedisServer(folderWith(), [folderWith()])).toBeUndefined();
  });
});
