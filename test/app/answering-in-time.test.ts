import { describe, expect, test } from 'vitest';
import type { Fault } from '../../sandbox/conference/faults.ts';
import { lastEphemeral, onStage, types } from '../support/on-stage.ts';
import { labelsIn, shownIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

const INTERNALS = /\.ts|node_modules|Error|undefined|fetch failed|ECONN|\[object|at async/;
const HELPLESS = 'Your request is fine.';

/** What replaced the waiting line, once it has come. */
async function replacement(stage: Stage) {
  const { body } = await stage.slack.waitFor(({ responses }) => responses[0]);
  return { body, shown: shownIn(body) };
}

describe('an endpoint that fails at once', () => {
  const faults: readonly (readonly [string, Fault, string])[] = [
    ['status 500', { kind: 'http', status: 500 }, 'cannot be reached'],
    ['status 503 with a page', { kind: 'http', status: 503, body: '<html>' }, 'cannot be reached'],
    ['status 429', { kind: 'http', status: 429 }, 'cannot be reached'],
    ['status 404', { kind: 'http', status: 404 }, 'refused the request'],
    ['a page of HTML', { kind: 'html' }, 'cannot be read'],
    ['half a JSON', { kind: 'half-json' }, 'cannot be read'],
    ['a reset', { kind: 'reset' }, 'cannot be reached'],
    ['endless bytes', { kind: 'endless' }, 'cannot be read'],
    ['too many bytes', { kind: 'oversized', bytes: 6_000_000 }, 'cannot be read'],
    ['too many bytes, declared', { kind: 'oversized', bytes: 6_000_000, declared: true }, 'cannot be read'],
    ['another event', { kind: 'wrong-event' }, 'cannot be read'],
    ['an empty body', { kind: 'raw', body: '' }, 'cannot be read'],
    ['JSON that is not an object', { kind: 'raw', body: '[0]' }, 'cannot be read'],
    ['no status', { kind: 'raw', body: '{"result":[]}' }, 'cannot be read'],
    ['a status that is a word', { kind: 'raw', body: '{"status":"ok","result":[]}' }, 'cannot be read'],
    [
      'a list 20,000 deep',
      { kind: 'raw', body: `{"status":0,"result":${'['.repeat(20_000)}` },
      'cannot be read',
    ],
  ];

  test.each(faults)('with %s is told at once, in words', async (_how, fault, said) => {
    const stage = await onStage({ env: { CONFERENCE_TIMEOUT_MS: '1400' } });
    stage.conference.fault(fault);
    const { answer, shown, spoken } = await types(stage, '700001');
    expect(answer.failure).toBeUndefined();
    expect(answer.body).toMatchObject({ response_type: 'ephemeral' });
    expect(shown).toContain(said);
    expect(spoken).toContain(said);
    expect(answer.text).not.toMatch(INTERNALS);
    expect(stage.slack.violations).toEqual([]);
  });

  test('says what helps, and has a button where trying again does', async () => {
    const stage = await onStage();
    stage.conference.fault({ kind: 'http', status: 500 });
    const { answer, shown } = await types(stage, '700001');
    expect(shown).toContain(HELPLESS);
    expect(labelsIn(answer.body)).toEqual(['Try again']);
    stage.conference.heal();
    await stage.slack.click({
      appUrl: stage.appUrl,
      surface: lastEphemeral(stage),
      actionId: 'meeting_refresh',
    });
    expect((await replacement(stage)).shown).toContain('Quarterly review');
  });

  test("shows the vendor's code, message and request id, and nothing to press", async () => {
    const stage = await onStage();
    stage.conference.fault({ kind: 'status', status: 40_317, msg: 'no <right> to *see* this & that' });
    const { answer, shown } = await types(stage, '700001');
    expect(shown).toContain('The conference service refused the request.');
    expect(shown).toContain('40317, no &lt;right&gt; to ∗see∗ this &amp; that');
    expect(shown).toMatch(/Request ID for support: `uniformserver-2887001363-\d+\.551469093\.1`/);
    expect(labelsIn(answer.body)).toEqual([]);
    expect(stage.slack.violations).toEqual([]);
  });

  test.each([
    ['reqid if there is no request_id', '{"status":5,"reqid":"r-17"}', 'Request ID for support: `r-17`'],
    ['a negative status', '{"status":-1}', 'Conference service: -1'],
    ['a status that is a string', '{"status":"7","msg":"m"}', 'Conference service: 7, m'],
    ['the code alone if msg is not a text', '{"status":7,"msg":{"a":1}}', 'Conference service: 7'],
    ['a message shortened', `{"status":7,"msg":"${'é'.repeat(1900)}"}`, `${'é'.repeat(299)}…`],
  ])('shows %s', async (_what, body, said) => {
    const stage = await onStage();
    stage.conference.fault({ kind: 'raw', body });
    expect((await types(stage, '700001')).shown).toContain(said);
    expect(stage.slack.violations).toEqual([]);
  });

  test('that is not there at all is told so', async () => {
    const stage = await onStage({ env: { CONFERENCE_API_URL: 'http://127.0.0.1:9' } });
    expect((await types(stage, '700001')).shown).toContain('cannot be reached');
  });
});
