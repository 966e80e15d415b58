import { once } from 'node:events';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { until } from '../redis/until.ts';
import { type Fields, isFields, parseJson } from './fields.ts';
import { appUninstalled } from './payloads/app-uninstalled.ts';
import { type SampleSlack, startSampleSlack } from './sample-slack.ts';

const appUrl = 'http://unused.example';

let slack: SampleSlack;
let reply: (envelope: Fields) => readonly Fields[];
let envelopes: Fields[];

/** A Slack with one client, which acknowledges each envelope as `reply` says. */
async function openSlack(options: { readonly answerTimeoutMs?: number } = {}): Promise<void> {
  slack = await startSampleSlack({ transport: 'socket', answerTimeoutMs: 60_000, ...options });
  onTestFinished(() => slack.close());
  const client = new WebSocket(slack.socket.url ?? '');
  client.on('message', (data) => {
    const envelope = parseJson(String(data));
    if (!isFields(envelope) || envelope.envelope_id === undefined) return;
    envelopes.push(envelope);
    for (const answer of reply(envelope))
      client.send(JSON.stringify({ envelope_id: envelope.envelope_id, ...answer }));
  });
  await Promise.all([once(client, 'open'), slack.deliveries?.connected]);
}

beforeEach(() => {
  reply = () => [{}];
  envelopes = [];
});

describe('Slack on Socket Mode', () => {
  it('puts a command’s form, an interaction and an event into envelopes of their kind', async () => {
    await openSlack();
    await slack.command({ appUrl, text: '700001' });
    await slack.globalShortcut({ appUrl });
    await slack.event({ appUrl, event: appUninstalled(), retry: { num: 1, reason: 'http_timeout' } });
    expect(envelopes).toMatchObject([
      { type: 'slash_commands', accepts_response_payload: true, payload: { command: '/meeting' } },
      { type: 'interactive', accepts_response_payload: true, payload: { callback_id: 'find_meeting' } },
      {
        type: 'events_api',
        accepts_response_payload: false,
        retry_attempt: 1,
        retry_reason: 'http_timeout',
        payload: { event: { type: 'app_uninstalled' } },
      },
    ]);
  });

  it('shows the payload of an acknowledgement as the answer of a command', async () => {
    await openSlack();
    reply = () => [{ payload: { text: 'A card' } }];
    const answer = await slack.command({ appUrl, text: '700001' });
    expect(answer).toMatchObject({ status: 200, body: { text: 'A card' }, failure: undefined });
    expect(slack.ephemerals.map(({ text }) => text)).toEqual(['A card']);
  });

  it('takes an acknowledgement without a payload, or with an empty one, as an empty answer', async () => {
    await openSlack();
    for (const answer of [{}, { payload: {} }]) {
      reply = () => [answer];
      expect(await slack.command({ appUrl, text: '' })).toMatchObject({ status: 200, text: '' });
    }
    expect(slack.ephemerals).toEqual([]);
  });

  it('tells the person that a command failed which nothing acknowledges', async () => {
    await openSlack({ answerTimeoutMs: 20 });
    reply = () => [];
    const answer = await slack.command({ appUrl, text: '' });
    expect(answer).toMatchObject({ status: 0, failure: 'operation_timeout' });
    expect(slack.deliveries?.acknowledged).toEqual([]);
  });

  it('notes each acknowledgement, also a second one of the same envelope', async () => {
    await openSlack();
    reply = () => [{}, {}];
    await slack.command({ appUrl, text: '' });
    await until('both are there', async () => slack.deliveries?.acknowledged.length === 2);
    expect(slack.deliveries?.acknowledged).toEqual(['envelope-1', 'envelope-1']);
  });
});
