import { describe, expect, test } from 'vitest';
import { done, onlyUnfurl, paste } from '../support/interactions.ts';
import { onStage, PLAIN, types } from '../support/on-stage.ts';
import { labelsIn, shownIn } from '../support/reading.ts';
import type { Stage, StageOptions } from '../support/stage.ts';

const link = (id: number) => `https://ntest.qsh1.cn/k/att${id}`;
const unfurlsOf = ({ slack }: Stage) => slack.calls.filter(({ method }) => method === 'chat.unfurl');

/** A stage on which these meetings were looked up before. */
async function stageThatKnows(ids: readonly number[], options: StageOptions = {}) {
  const stage = await onStage(options);
  for (const id of ids) await types(stage, String(id));
  return stage;
}

describe('a link of a known meeting', () => {
  test('gets a compact card of at most six blocks', async () => {
    const stage = await stageThatKnows([700_001]);
    const unfurl = onlyUnfurl(await paste(stage, link(700_001), { userId: 'U0LUCY' }));
    const shown = shownIn(unfurl);
    for (const part of [
      'Quarterly review',
      'Live now',
      ' your time · 09:24 – 10:24 Shanghai',
      '<!date^',
      '杏花村, Peach Garden',
    ])
      expect(shown).toContain(part);
    expect(JSON.stringify(unfurl.blocks)).toContain(`"url":"${link(700_001)}"`);
    expect(labelsIn(unfurl)).toEqual(['Details', 'My access']);
    expect(unfurl.blocks.length).toBeLessThanOrEqual(6);
    expect(stage.slack.violations).toEqual([]);
  });

  test.each(['700003', '700004', '700010', '700011'])('%s stays within the limits', async (id) => {
    const stage = await stageThatKnows([Number(id)]);
    const url = id === '700011' ? 'https://ntest.qsh1.cn/k/odd' : link(Number(id));
    const message = await paste(stage, url);
    expect(onlyUnfurl(message).blocks.length).toBeLessThanOrEqual(6);
    expect(stage.slack.violations).toEqual([]);
  });

  test('is answered while it is typed, and again when it is sent', async () => {
    const stage = await stageThatKnows([700_001]);
    const { appUrl, slack } = stage;
    const { unfurlId } = await done(stage, () => slack.typeLinks({ appUrl, urls: [link(700_001)] }));
    expect(slack.drafts.get(unfurlId)).toHaveLength(1);
    onlyUnfurl(await paste(stage, link(700_001)));
    expect(unfurlsOf(stage).map(({ args }) => args.source)).toEqual(['composer', 'conversations_history']);
    expect(slack.violations).toEqual([]);
  });

  test('is matched letter for letter, query string and all', async () => {
    const stage = await stageThatKnows([700_001]);
    const url = `${link(700_001)}?a=1&b=2#top`;
    expect(onlyUnfurl(await paste(stage, url)).url).toBe(url);
  });

  test.each([
    ['in a direct message', { channelId: 'D0HAN' }],
    ['in a thread', { threadTs: '1924826400.000001' }],
    ['in a channel shared with another company', { channelId: 'C0SHARED' }],
    ['where the app is not a member', { channelId: 'C0NOBOT' }],
  ])('%s gets its card', async (_where, given) => {
    const stage = await stageThatKnows([700_001]);
    expect(shownIn(onlyUnfurl(await paste(stage, link(700_001), given)))).toContain('Quarterly review');
  });
});

describe('several links in a message', () => {
  test('are answered in one call, three blocks at most each', async () => {
    const ids = [700_001, 700_002, 700_003, 700_004];
    const stage = await stageThatKnows(ids);
    const message = await paste(stage, ids.map(link).join(' '));
    expect(unfurlsOf(stage)).toHaveLength(1);
    expect([...message.unfurls.keys()]).toEqual(ids.map(link));
    for (const { blocks } of message.unfurls.values()) expect(blocks.length).toBeLessThanOrEqual(3);
    expect(stage.slack.violations).toEqual([]);
  });

  test('of one meeting get one card', async () => {
    const stage = await stageThatKnows([700_001]);
    const message = await paste(stage, `${link(700_001)} https://stest.qsh1.cn/a/r700001x1003`);
    expect(onlyUnfurl(message).url).toBe(link(700_001));
  });

  test('of which one is unknown leave that one alone', async () => {
    const stage = await stageThatKnows([700_001]);
    const message = await paste(stage, `https://ntest.qsh1.cn/k/unseen ${link(700_001)}`);
    expect(onlyUnfurl(message).url).toBe(link(700_001));
  });
});

describe('a link that is left alone', () => {
  test.each(['https://ntest.qsh1.cn/k/unseen', 'https://qsh1.cn/', 'https://evilqsh1.cn/k/att700001'])(
    '%s',
    async (url) => {
      const stage = await stageThatKnows([700_001]);
      await paste(stage, url);
      expect(unfurlsOf(stage)).toEqual([]);
    },
  );

  test('while the endpoint fails and no copy is there', async () => {
    const stage = await stageThatKnows([700_002], { env: { CACHE_KEEP_SECONDS: '60' } });
    stage.advance(700);
    stage.conference.fault({ kind: 'http', status: 500 });
    await paste(stage, link(700_002));
    expect(unfurlsOf(stage)).toEqual([]);
    expect(stage.slack.ephemerals).toHaveLength(1);
  });
});

test('an unseen link is looked up where the deployment can', async () => {
  const linkLookupPath = '/confopenapi/room/conference/bylink';
  const stage = await onStage({
    env: { CONFERENCE_LINK_LOOKUP_PATH: linkLookupPath },
    conference: { linkLookupPath },
  });
  const message = await paste(stage, link(700_001), { userId: PLAIN });
  expect(shownIn(onlyUnfurl(message))).toContain('Quarterly review');
  expect(stage.conference.questions.map(({ path }) => path)).toContain(linkLookupPath);
});
