import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findChromium } from './find-chromium.ts';

const folders: string[] = [];

function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'meeting-cards-path-'));
  folders.push(folder);
  for (const name of names) writeFileSync(join(folder, name), '', { mode: 0o755 });
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('finding Chromium', () => {
  it('takes Chromium before Chrome, wherever on the path they are', () => {
    const [chrome, chromium] = [folderWith('google-chrome'), folderWith('chromium')];
    expect(findChromium([chrome, chromium].join(delimiter), [])).toBe(join(chromium, 'chromium'));
    expect(findChromium(chrome, [])).toBe(join(chrome, 'google-chrome'));
  });

  it('looks in the usual places when the path lacks it, and may find nothing', () => {
    const usual = join(folderWith('chrome'), 'chrome');
    expect(findChromium(folderWith(), ['/nowhere/chrome', usual])).toBe(usual);
    expect(findChromium('', ['/nowhere/chrome'])).toBeUndefined();
  });
});
