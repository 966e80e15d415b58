import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headOf, type RawConnection, rawConnection } from '../../../sandbox/raw-connection.ts';
import { until } from '../../../sandbox/redis/until.ts';
import { openPlainStage, types } from '../../support/on-stage.ts';
import { FORM, JSON_TYPE } from '../../support/post.ts';
import type { Stage } from '../../support/stage.ts';

const MB = 1024 * 1024;
const UNAUTHORIZED = /^HTTP\/1\.1 401 /;

let stage: Stage;
beforeAll(async () => {
  stage = await openPlainStage();
});
afterAll(() => stage.close());

/** Headers that are in order, of a body that is not. */
const forged = () => ({
  'x-slack-request-timestamp': String(Math.floor(stage.now() / 1000)),
  'x-slack-signature': `v0=${'0'.repeat(64)}`,
});

async function refused(reason: string): Promise<number> {
  const text = await (await fetch(`${stage.appUrl}/metrics`)).text();
  const line = new RegExp(`^meeting_cards_refused_requests_total\\{reason="${reason}"\\} (\\d+)$`, 'm');
  return Number(line.exec(text)?.[1] ?? 0);
}

function halves(count: number, bytes: string): Promise<RawConnection[]> {
  return Promise.all(Array.from({ length: count }, () => rawConnection(stage.appUrl, bytes)));
}

describe('a request that cannot be from Slack by its headers is answered in the middle of its body, and let go', () => {
  test.each<[string, () => Record<string, string>]>([
    ['without a signature', () => ({})],
    ['with a signature of another form', () => ({ ...forged(), 'x-slack-signature': 'v0=0' })],
    ['with an old timestamp', () => ({ ...forged(), 'x-slack-request-timestamp': '1' })],
    ['as a form that is too long for ssl_check', () => ({ 'content-type': FORM })],
    ['as an ssl_check in JSON', () => ({ 'content-type': JSON_TYPE })],
  ])('%s', async (_how, headers) => {
    const { socket, said } = await rawConnection(stage.appUrl, `${headOf(1000, headers())}half of i`);
    await expect.poll(said).toMatch(UNAUTHORIZED);
    socket.destroy();
  });

  test('also where it does not say how long it is', async () => {
    const head = `POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-type: ${FORM}\r\ntransfer-encoding: chunked\r\n\r\n`;
    const { socket, said } = await rawConnection(stage.appUrl, `${head}5\r\nssl_c`);
    await expect.poll(said).toMatch(UNAUTHORIZED);
    socket.destroy();
  });
});

test('a thousand of them in the middle of a megabyte are all answered, and none stays', async () => {
  const before = await refused('signature');
  const connections = await halves(1000, `${headOf(MB)}${'x'.repeat(10_000)}`);
  const answers = await Promise.all(connections.map(({ closed }) => closed));
  expect(answers.filter((text) => !UNAUTHORIZED.test(text))).toEqual([]);
  expect((await refused('signature')) - before).toBe(1000);
  expect((await types(stage, 'help')).shown).toContain('Shows the card');
});

test('bodies that wait for their end under forged headers take no more than the bound, and a command goes past them', async () => {
  const bytes = `${headOf(MB, forged())}${'x'.repeat(MB - 1)}`;
  const connections = await halves(40, bytes);
  await until('no more than 4 MB are held', async () => (await refused('overload')) >= 40 - 4);
  expect((await types(stage, 'help')).shown).toContain('Shows the card');
  const given = connections.map(({ said }) => said()).filter((text) => text !== '');
  for (const text of given) expect(text).toMatch(/^HTTP\/1\.1 503 .*retry-after: \d+\r\n/is);
  for (const { socket } of connections) socket.destroy();
  await until(
    'the rest are let go',
    async () => (await refused('aborted')) + (await refused('overload')) >= 40,
  );
});

test('three hundred commands at one moment are all taken', async () => {
  const before = await refused('overload');
  const answers = await Promise.all(Array.from({ length: 300 }, () => types(stage, 'help')));
  expect(answers.filter(({ shown }) => !shown.includes('Shows the card'))).toEqual([]);
  expect(await refused('overload')).toBe(before);
});
