import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commandsIn, faultOf } from './support/commands.ts';
import { destinationOf, PAGES, pageAt } from './support/markdown.ts';
import { fileText } from './support/project.ts';

const pages = PAGES.map(pageAt);
const pageOf = (path: string) => pages.find((page) => page.path === path);

describe.each(pages)('$path', (page) => {
  test('has relative links to files that are there, and to headings that they have', () => {
    for (const target of page.targets) {
      const destination = destinationOf(page, target);
      if (destination === undefined) continue;
      const { path, anchor } = destination;
      expect([target, existsSync(new URL(`../${path}`, import.meta.url))]).toEqual([target, true]);
      expect([target, anchor === '' || pageOf(path)?.anchors.has(anchor)]).toEqual([target, true]);
    }
  });

  test('has commands that can be typed as they are written', () => {
    expect(commandsIn(page).map((command) => [command, faultOf(command)])).toEqual(
      commandsIn(page).map((command) => [command, undefined]),
    );
  });
});

describe('a command', () => {
  test.each([
    ['npm run nothing', 'package.json has no script nothing'],
    ['npm instal', 'npm has no instal'],
    ['npm run demo -- --twice', '--twice'],
    ['npm run demo --once', 'demo gets nothing without --'],
    ['npx vitest run --project pieces test/core', 'vitest has no project pieces'],
    ['npx vitest run test/core --project', 'vitest has no project undefined'],
    ['npx vitest run test/heart', 'test/heart'],
    ['kubectl apply -f deploy/swarm.yaml', 'deploy/swarm.yaml is not there'],
    ['yarn', 'yarn is not known'],
  ])('%s is not taken', (command, fault) => {
    expect(faultOf(command)).toBe(fault);
  });
});

test('docs/README.md leads to every page of docs/, the records aside', () => {
  const index = pageOf('docs/README.md');
  const linked = index?.targets.map((target) => destinationOf(index, target)?.path);
  const missing = PAGES.filter((path) => /^docs\/[^/]+$/.test(path) && path !== 'docs/README.md');
  expect(missing.filter((path) => !linked?.includes(path))).toEqual([]);
});

test('docs/adr/README.md leads to every record', () => {
  const index = pageOf('docs/adr/README.md');
  const linked = index?.targets.map((target) => destinationOf(index, target)?.path);
  expect(PAGES.filter((path) => path.startsWith('docs/adr/0') && !linked?.includes(path))).toEqual([]);
});

describe.each(['README.md', 'README.zh-CN.md'])('%s', (name) => {
  test('begins with a picture, five lines and two commands', () => {
    const [first = ''] = fileText(name).split('\n## ');
    expect(first).toMatch(
      /^# Meeting Cards\n\n!\[[^\]]+\]\(docs\/pictures\/[\w-]+\.png\)\n\n(?:- .+\n){5}\n```sh\n.+\n.+\n```\n/,
    );
  });
});

describe('README.zh-CN.md', () => {
  const [english, chinese] = ['README.md', 'README.zh-CN.md'].map(pageAt);

  test('has the headings of README.md, one for one', () => {
    expect(chinese?.depths).toEqual(english?.depths);
  });

  test('has its blocks of commands', () => {
    expect(chinese?.shell).toEqual(english?.shell);
  });

  test('names the same commands, variables and files', () => {
    const named = (page: typeof chinese) => [...new Set(page?.code)].sort();
    expect(named(chinese)).toEqual(named(english));
  });

  test('has the same links and pictures, and leads to the other language', () => {
    const others = (page: typeof chinese) =>
      [...new Set(page?.targets)].filter((target) => !/^README(\.zh-CN)?\.md$/.test(target)).sort();
    expect(others(chinese)).toEqual(others(english));
    expect([chinese?.targets.includes('README.md'), english?.targets.includes('README.zh-CN.md')]).toEqual([
      true,
      true,
    ]);
  });
});
