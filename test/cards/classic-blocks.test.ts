import { describe, expect, test } from 'vitest';
import { actions, alert, button, container, context, section } from '../../src/cards/blocks.ts';
import { classicBlocks, newerAmong } from '../../src/cards/classic-blocks.ts';
import { mrkdwn } from '../../src/cards/mrkdwn.ts';
import { slackBlocks } from '../../src/cards/readonly-blocks.ts';

const fold = { title: 'Review', summary: mrkdwn`Live now`, isFolded: true };
const said = section(mrkdwn`In room 7`);
const small = context(mrkdwn`Video meeting`);
const warning = alert('warning', mrkdwn`It moved`);

describe('in place of newer blocks there is', () => {
  test('a section with the sign of the level for an alert', () => {
    expect(classicBlocks(slackBlocks([warning]))).toEqual([section(mrkdwn`:warning: It moved`)]);
  });

  test('what is in a container that begins with small text, below a heading and with its subtitle', () => {
    const [first, ...others] = classicBlocks(slackBlocks([container(fold, [small, said]), small]));
    expect(first).toEqual({ type: 'header', text: { type: 'plain_text', text: 'Review', emoji: false } });
    expect(others).toEqual([context(mrkdwn`Live now`, mrkdwn`Video meeting`), said, small]);
  });

  test('a section with the title and subtitle of a container, and with the section that it begins with', () => {
    expect(classicBlocks(slackBlocks([container(fold, [said, small])]))).toEqual([
      section(mrkdwn`*Review* · Live now\nIn room 7`),
      small,
    ]);
  });

  test('a section with the title and subtitle of a container that begins with neither', () => {
    const row = actions([button({ actionId: 'go', label: 'Go' })]);
    expect(classicBlocks(slackBlocks([container(fold, [row])]))).toEqual([
      section(mrkdwn`*Review* · Live now`),
      row,
    ]);
  });

  test('a title of a container in which nothing is a mark of style, a mention or an emoji', () => {
    const foreign = { ...fold, title: '*Review* <!channel> :x:y:' };
    const [first] = classicBlocks(slackBlocks([container(foreign, [said])]));
    expect(JSON.stringify(first)).not.toMatch(/[*]{2}|<!channel>|:x:/);
  });
});

test('kinds that are not asked for stay as they are', () => {
  const blocks = slackBlocks([warning, container(fold, [said]), small]);
  expect(newerAmong(blocks)).toEqual(['alert', 'container']);
  expect(newerAmong(classicBlocks(blocks, ['alert']))).toEqual(['container']);
  expect(newerAmong(classicBlocks(blocks, ['container']))).toEqual(['alert']);
  expect(newerAmong(classicBlocks(blocks))).toEqual([]);
});
