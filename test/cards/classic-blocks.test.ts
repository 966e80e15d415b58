import { describe, expect, test } from 'vitest';
import { alert, container, context, section } from '../../src/cards/blocks.ts';
import { classicBlocks, newerAmong } from '../../src/cards/classic-blocks.ts';
import { mrkdwn } from '../../src/cards/mrkdwn.ts';
import { slackBlocks } from '../../src/cards/readonly-blocks.ts';

const fold = { title: 'Review', summary: mrkdwn`Live now`, isFolded: true };
const said = section(mrkdwn`*Review* is live`);
const small = context(mrkdwn`Live now`);
const warning = alert('warning', mrkdwn`It moved`);

describe('in place of newer blocks there is', () => {
  test('a section with the sign of the level for an alert', () => {
    expect(classicBlocks(slackBlocks([warning]))).toEqual([section(mrkdwn`:warning: It moved`)]);
  });

  test('what is in a container, below its title', () => {
    const [first, ...others] = classicBlocks(slackBlocks([container(fold, [small, said]), small]));
    expect(first).toEqual({ type: 'header', text: { type: 'plain_text', text: 'Review', emoji: false } });
    expect(others).toEqual([small, said, small]);
  });

  test('what is in a container without its title, where a section that says it comes first', () => {
    expect(classicBlocks(slackBlocks([container(fold, [said, small])]))).toEqual([said, small]);
  });
});

test('kinds that are not asked for stay as they are', () => {
  const blocks = slackBlocks([warning, container(fold, [said]), small]);
  expect(newerAmong(blocks)).toEqual(['alert', 'container']);
  expect(newerAmong(classicBlocks(blocks, ['alert']))).toEqual(['container']);
  expect(newerAmong(classicBlocks(blocks, ['container']))).toEqual(['alert']);
  expect(newerAmong(classicBlocks(blocks))).toEqual([]);
});
