import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, askJson } from './ask.ts';
import { infosPath, listPath } from './endpoints.ts';
import type { Fault } from './faults.ts';
import { meeting, askerId as userId } from './meetings.ts';
import { type SampleConference, startSampleConference } from './sample-conference.ts';

let service: SampleConference;
const eventId = 700_001;
const question = { eventId, userId };
const answerOf = async () => (await ask(service, infosPath, question)).text();

beforeEach(async () => {
  service = await startSampleConference();
  service.meetings.put(meeting());
});

afterEach(() => service.close());

describe('a fault', () => {
  it('meets as many questions as it was set for', async () => {
    service.fault({ kind: 'http', status: 503, body: 'down' }, 2);
    const statuses = [];
    for (let asked = 0; asked < 3; asked += 1)
      statuses.push((await ask(service, infosPath, question)).status);
    expect(statuses).toEqual([503, 503, 200]);
  });

  it('lasts until healed', async () => {
    service.fault({ kind: 'html' });
    expect(await answerOf()).toContain('<html>');
    service.heal();
    expect(await askJson(service, infosPath, question)).toMatchObject({ status: 0 });
  });

  it('can be limited to one path', async () => {
    service.fault({ kind: 'http', status: 500 }, 9, listPath);
    expect((await ask(service, infosPath, question)).status).toBe(200);
    expect((await ask(service, listPath, question)).status).toBe(500);
  });
});

describe('the faults', () => {
  it.each<Fault>([
    { kind: 'hang' },
    { kind: 'hold' },
    { kind: 'endless' },
    { kind: 'trickle', everyMs: 60_000 },
  ])('$kind lasts until the client leaves', async (fault) => {
    service.fault(fault);
    const leaving = new AbortController();
    const asking = ask(service, infosPath, question, {}, leaving.signal).then((reply) => reply.text());
    await service.waitForQuestions(1);
    leaving.abort();
    await expect(asking).rejects.toThrow('aborted');
    expect(await service.waitForDepartures(1)).toEqual([infosPath]);
  });

  it('hold answers correctly when healed', async () => {
    service.fault({ kind: 'hold' });
    const asking = askJson(service, infosPath, question);
    await service.waitForQuestions(1);
    service.heal();
    expect(await asking).toMatchObject({ status: 0, result: [{ eventId }] });
  });

  it.each<Fault>([
    { kind: 'slow', ms: 1 },
    { kind: 'trickle', everyMs: 0 },
  ])('$kind answers truly', async (fault) => {
    service.meetings.put({ eventId });
    service.fault(fault);
    expect(await askJson(service, infosPath, question)).toMatchObject({ status: 0, result: [{ eventId }] });
  });

  it('half-json ends in the middle', async () => {
    service.fault({ kind: 'half-json' });
    const half = await answerOf();
    expect(half).toMatch(/^\{"status":0,/);
    expect(() => JSON.parse(half)).toThrow(SyntaxError);
  });

  it('reset breaks the connection', async () => {
    service.fault({ kind: 'reset' });
    await expect(answerOf()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  });

  it.each([true, false])('oversized answers truly in so many bytes (declared: %s)', async (declared) => {
    service.fault({ kind: 'oversized', bytes: 200_000, declared });
    const reply = await ask(service, infosPath, question);
    expect(reply.headers.has('content-length')).toBe(declared);
    const body = await reply.text();
    expect(Buffer.byteLength(body)).toBe(200_000);
    expect(JSON.parse(body)).toMatchObject({ status: 0, result: [{ eventId }] });
  });

  it('redirect points elsewhere', async () => {
    service.fault({ kind: 'redirect', to: 'http://127.0.0.1:1/' });
    const reply = await ask(service, infosPath, question);
    expect([reply.status, reply.headers.get('location')]).toEqual([302, 'http://127.0.0.1:1/']);
  });

  it("status is the vendor's failure with its request ids", async () => {
    service.fault({ kind: 'status', status: 70_001, msg: 'no right' });
    const reply = await askJson(service, infosPath, question);
    expect(reply).toMatchObject({ status: 70_001, msg: 'no right', request_id: expect.any(String) });
    expect(reply).not.toHaveProperty('result');
  });

  it('wrong-event tells of another meeting', async () => {
    service.fault({ kind: 'wrong-event' });
    expect(await askJson(service, infosPath, question)).toMatchObject({ result: [{ eventId: eventId + 1 }] });
  });

  it('raw says what it was told', async () => {
    service.fault({ kind: 'raw', body: '[]' });
    expect(await answerOf()).toBe('[]');
  });

  it('leave nothing open on closing', async () => {
    service.fault({ kind: 'hang' });
    const asking = answerOf();
    await service.waitForQuestions(1);
    const failed = expect(asking).rejects.toThrow();
    await service.close();
    await failed;
  });
});
