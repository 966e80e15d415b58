import { describe, expect, test } from 'vitest';
import { infosPath } from '../../sandbox/conference/endpoints.ts';
import { until } from '../../sandbox/redis/until.ts';
import { asked, onStage, types } from '../support/on-stage.ts';
import { metric } from './readiness.ts';

/** Meetings that exist, to ask for one after the other without a copy. */
const IDS = ['700001', '700002', '700003', '700004', '700005', '700006', '700007', '700008', '700009'];

describe('a question that broke off', () => {
  test.each([
    ['a reset', { kind: 'reset' } as const],
    ['HTTP 502', { kind: 'http', status: 502 } as const],
  ])('by %s is repeated once, and the person gets the card', async (_what, fault) => {
    const stage = await onStage();
    stage.conference.fault(fault, 1, infosPath);
    expect((await types(stage, '700002')).shown).toContain('Design review');
    expect(asked(stage)).toHaveLength(2);
  });

  test('twice is not repeated again', async () => {
    const stage = await onStage();
    stage.conference.fault({ kind: 'reset' }, undefined, infosPath);
    expect((await types(stage, '700002')).shown).toContain('cannot be reached');
    expect(asked(stage)).toHaveLength(2);
  });

  test.each([
    ['time-out', { kind: 'hang' } as const],
    ['refusal', { kind: 'status', status: 10_001, msg: 'no' } as const],
    ['HTTP 429', { kind: 'http', status: 429 } as const],
    ['HTTP 404', { kind: 'http', status: 404 } as const],
    ['page of a proxy', { kind: 'html' } as const],
    ['lie', { kind: 'wrong-event' } as const],
  ])('by a %s is not repeated', async (_what, fault) => {
    const stage = await onStage({ env: { CONFERENCE_TIMEOUT_MS: '150' } });
    stage.conference.fault(fault, undefined, infosPath);
    const { shown } = await types(stage, '700002');
    expect(shown).not.toContain('Design review');
    expect(asked(stage)).toHaveLength(1);
  });
});

describe('a conference service that is down', () => {
  test.each([
    ['refuses connections', { kind: 'reset' } as const],
    ['hangs', { kind: 'hang' } as const],
    ['answers 503', { kind: 'http', status: 503 } as const],
  ])('and %s is soon left alone, and used again when it is back', async (_how, fault) => {
    const stage = await onStage({
      env: { CONFERENCE_TIMEOUT_MS: '100', LOOKUPS_PER_MINUTE: '100000' },
    });
    stage.conference.fault(fault);
    for (const id of IDS) expect((await types(stage, id)).answer.failure).toBeUndefined();
    const open = 'meeting_cards_endpoint_breaker{state="open"}';
    expect(await metric(stage.appUrl, open)).toBe(1);
    const before = stage.conference.questions.length;
    const { shown } = await types(stage, '700012');
    expect(shown).toContain('cannot be reached');
    expect(stage.conference.questions.length - before).toBeLessThanOrEqual(2);
    stage.conference.heal();
    await until('it is used again', async () => (await types(stage, '700012')).shown.includes('700012'));
    expect(await metric(stage.appUrl, 'meeting_cards_endpoint_breaker{state="closed"}')).toBe(1);
  });

  test('has stored meetings as its fallback, marked with their time', async () => {
    const stage = await onStage();
    const at = Math.floor(stage.now() / 1000);
    for (const id of IDS) await types(stage, id);
    stage.advance(20 * 3600);
    stage.conference.fault({ kind: 'reset' });
    for (const id of IDS) {
      const { shown } = await types(stage, id);
      expect(shown).toContain('the conference service is not responding; details as of');
      expect(shown).toContain(`<!date^${at}^`);
    }
  });
});

test.each([
  ['refuses', { kind: 'status', status: 10_001, msg: 'no such user' } as const, 'refused the request'],
  ['answers 403', { kind: 'http', status: 403 } as const, 'refused the request'],
])('a conference service that %s is asked every time', async (_how, fault, said) => {
  const stage = await onStage();
  stage.conference.fault(fault, undefined, infosPath);
  for (const id of IDS) expect((await types(stage, id)).shown).toContain(said);
  expect(asked(stage)).toHaveLength(IDS.length);
});

test.each([
  ['floods', { kind: 'endless' } as const],
  ['trickles', { kind: 'trickle', everyMs: 50 } as const],
  ['answers half', { kind: 'half-json' } as const],
  ['nests too deep', { kind: 'raw', body: `${'['.repeat(200_000)}` } as const],
  [
    'says nothing it should',
    { kind: 'raw', body: '{"status":0,"result":[1,null,"x",{"eventId":[]}]}' } as const,
  ],
])('a conference service that %s costs a sentence, not the process', async (_how, fault) => {
  const stage = await onStage({ env: { CONFERENCE_TIMEOUT_MS: '1000' } });
  stage.conference.fault(fault, undefined, infosPath);
  expect((await types(stage, '700002')).answer.failure).toBeUndefined();
  stage.conference.heal();
  expect((await types(stage, '700003')).shown).toContain('700003');
});
