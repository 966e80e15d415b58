import { describe, expect, test } from 'vitest';
import { listAt } from '../../sandbox/slack/fields.ts';
import type { StoredMessage } from '../../sandbox/slack/state/surfaces.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { changes, shares, showsSoon } from '../support/following.ts';
import { openedHome } from '../support/home.ts';
import { callsOf, choose, onlyUnfurl, paste, press } from '../support/interactions.ts';
import { loggedEvents, onStage, types } from '../support/on-stage.ts';
import { labelsIn, shownIn } from '../support/reading.ts';

const DAY = 86_400;
const HOST = 'U0HAN';
const typesOf = ({ blocks }: Pick<StoredMessage, 'blocks'>) => blocks.map(({ type }) => type);

describe('a card in a channel', () => {
  test('is folded to its title, state and start, with its buttons below', async () => {
    const stage = await onStage();
    const card = await shares(stage, '700001', { userId: HOST });
    expect(typesOf(card)).toEqual(['container', 'actions', 'context', 'context']);
    expect(card.blocks[0]).toMatchObject({
      title: { text: '季度评审 · Quarterly review' },
      is_collapsible: true,
      default_collapsed: true,
    });
    expect(JSON.stringify(card.blocks[0]?.subtitle)).toMatch(/Live now|进行中/);
    expect(JSON.stringify(card.blocks[0]?.subtitle)).toContain('<!date^');
    expect(labelsIn(card)).toHaveLength(3);
    expect(stage.slack.violations).toEqual([]);
  });

  test('says its state once, folded and unfolded', async () => {
    const stage = await onStage();
    const card = await shares(stage, '700001', { userId: HOST });
    const [folded] = card.blocks;
    expect(JSON.stringify(folded).match(/Live now|进行中/g)).toHaveLength(1);
    expect(JSON.stringify(folded?.child_blocks)).toContain(en.mode.video);
  });

  test('stays folded when it follows its meeting', async () => {
    const stage = await onStage({ env: { CARD_CHECK_SECONDS: '60' } });
    const card = await shares(stage, '700002', { userId: HOST });
    changes(stage, '700002', { title: 'Another title' });
    stage.advance(120);
    await showsSoon(stage, () => card, 'Another title');
    expect(typesOf(card)[0]).toBe('container');
  });

  test('that is refreshed through a response URL has classic blocks, since nothing is sent twice there', async () => {
    const stage = await onStage();
    const card = await shares(stage, '700001', { userId: HOST });
    await choose(stage, card, 'refresh', { userId: HOST });
    expect(typesOf(card)).toContain('header');
    expect(typesOf(card)).not.toContain('container');
    expect(shownIn(card)).toContain('Shared by');
    await choose(stage, card, 'remove', { userId: HOST });
    expect(stage.slack.channels.get('C0TEAM')?.messages).toEqual([]);
  });

  test('can be removed by whoever shared it, and by nobody else', async () => {
    const stage = await onStage();
    const card = await shares(stage, '700001', { userId: HOST });
    await choose(stage, card, 'remove', { userId: 'U0LUCY' });
    expect(stage.slack.channels.get('C0TEAM')?.messages).toEqual([card]);
    await choose(stage, card, 'remove', { userId: HOST });
    expect(stage.slack.channels.get('C0TEAM')?.messages).toEqual([]);
  });
});

test('a preview keeps the classic blocks', async () => {
  const stage = await onStage();
  await types(stage, '700001');
  const { blocks } = onlyUnfurl(await paste(stage, 'https://ntest.qsh1.cn/k/att700001'));
  expect(typesOf({ blocks: [...blocks] })).toEqual(['section', 'actions']);
});

describe('the rows of the Home tab', () => {
  test('are folded but for what is live or next', async () => {
    const stage = await onStage();
    const home = await openedHome(stage, HOST);
    const rows = home.blocks.filter(({ type }) => type === 'container');
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ default_collapsed }) => default_collapsed !== true)).toHaveLength(2);
    expect(stage.slack.violations).toEqual([]);
  });

  test('say title, state and start once, folded and unfolded', async () => {
    const stage = await onStage();
    const home = await openedHome(stage, HOST);
    const row = home.blocks.find(({ title }) => JSON.stringify(title)?.includes('Quarterly review'));
    expect(JSON.stringify(row?.subtitle)).toMatch(/Live now|进行中/);
    const said = JSON.stringify(listAt(row ?? {}, 'child_blocks').map(({ text }) => text));
    expect(said).not.toMatch(/Live now|进行中|\*[^"]*Quarterly review/);
    const [, start] = /<!date\^([0-9]+)\^/.exec(JSON.stringify(row?.subtitle)) ?? [];
    expect(said).not.toContain(`<!date^${start}^`);
  });

  test('lead to the meeting from within', async () => {
    const stage = await onStage();
    const home = await openedHome(stage, HOST);
    await press(stage, home, 'meeting_details', { value: '700002', userId: HOST });
    expect(loggedEvents(stage, 'answer-failed')).toEqual([]);
  });
});

describe('where Slack takes no container', () => {
  test('a card is posted once more with classic blocks, and no container is tried for a day', async () => {
    const stage = await onStage();
    stage.slack.refusedBlocks.add('container');
    const first = await shares(stage, '700001', { userId: HOST });
    expect(typesOf(first).slice(0, 2)).toEqual(['header', 'context']);
    expect(shownIn(first)).toContain('Shared by');
    expect(callsOf(stage, 'chat.postMessage')).toHaveLength(2);
    await shares(stage, '700002', { userId: HOST });
    expect(callsOf(stage, 'chat.postMessage')).toHaveLength(3);
    expect(loggedEvents(stage, 'block-switched-off')).toHaveLength(1);
    stage.slack.refusedBlocks.clear();
    stage.advance(DAY + 60);
    const next = await shares(stage, '700009', { userId: HOST });
    expect(typesOf(next)[0]).toBe('container');
    expect(stage.slack.violations).toEqual([]);
  });

  test('a card that Slack refuses with classic blocks too is not tried a third time, and containers stay', async () => {
    const stage = await onStage();
    stage.slack.fault('chat.postMessage', { kind: 'error', error: 'invalid_blocks' }, 2);
    await shares(stage, '700001', { userId: HOST });
    expect(callsOf(stage, 'chat.postMessage').map(({ args }) => listAt(args, 'blocks')[0]?.type)).toEqual([
      'container',
      'header',
    ]);
    expect(loggedEvents(stage, 'block-switched-off')).toEqual([]);
    expect(typesOf(await shares(stage, '700002', { userId: HOST }))[0]).toBe('container');
  });

  test('the Home tab is published with classic blocks, and alerts are still tried', async () => {
    const stage = await onStage();
    stage.slack.refusedBlocks.add('container');
    const home = await openedHome(stage, HOST);
    expect(shownIn(home)).toMatch(/^\*Design review: search results\* · :calendar:/m);
    expect(home.blocks.flatMap((block) => listAt(block, 'child_blocks'))).toEqual([]);
    const [line] = loggedEvents(stage, 'block-switched-off');
    expect(line).toContain('container');
    expect(line).not.toContain('alert');
  });
});
