import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickInEphemeral, clickInView } from '../../sandbox/slack/payloads/block-actions.ts';
import { eventEnvelope } from '../../sandbox/slack/payloads/event-envelope.ts';
import { globalShortcut } from '../../sandbox/slack/payloads/global-shortcut.ts';
import { linkShared } from '../../sandbox/slack/payloads/link-shared.ts';
import { messageShortcut } from '../../sandbox/slack/payloads/message-shortcut.ts';
import { urlVerification } from '../../sandbox/slack/payloads/url-verification.ts';
import { viewSubmission } from '../../sandbox/slack/payloads/view-submission.ts';
import { anyText } from '../support/arbitraries.ts';
import { openPlainStage, types } from '../support/on-stage.ts';
import { FORM, JSON_TYPE, post, signed } from '../support/post.ts';
import type { Stage } from '../support/stage.ts';

const RUNS = 200;

let stage: Stage;
beforeAll(async () => {
  stage = await openPlainStage();
});
afterAll(() => stage.close());

/** What Bolt and the app look for, so that chance finds it too. */
const name = fc.constantFrom(
  'type',
  'event',
  'command',
  'actions',
  'view',
  'user',
  'team',
  'enterprise',
  'channel',
  'item',
  'name',
  'authorizations',
  'challenge',
  'message',
  'function_data',
  'response_url',
  'response_urls',
  'subteam',
  'assistant_thread',
  'is_enterprise_install',
  '__proto__',
  'toString',
);

const word = fc.constantFrom(
  'event_callback',
  'block_actions',
  'shortcut',
  'message_action',
  'view_submission',
  'view_closed',
  'url_verification',
  'link_shared',
  'app_home_opened',
  'function_executed',
  'U0HAN',
  '',
);

const nonsense = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, 0, -1, 1e300, [], {}),
    word,
    anyText(10),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).value;

const view = { id: 'V0', type: 'modal', callback_id: 'find_meeting', state: { values: {} } };

const payload = fc.constantFrom<() => Record<string, unknown>>(
  clickInEphemeral,
  () => clickInView({ view }),
  () => viewSubmission({ view }),
  globalShortcut,
  messageShortcut,
  () => eventEnvelope(linkShared()),
  () => eventEnvelope({ type: 'app_home_opened', user: 'U0HAN', channel: 'D0HAN', tab: 'home' }),
  () => urlVerification('c-1'),
);

/** The value with the part at a path, chosen by numbers, replaced. */
function changedAt(value: unknown, path: readonly number[], by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return by;
  if (Array.isArray(value)) {
    return value.map((entry, nth) =>
      nth === step % value.length ? changedAt(entry, rest, by) : (entry as unknown),
    );
  }
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, entry], nth) => [
      key,
      nth === step % entries.length ? changedAt(entry, rest, by) : entry,
    ]),
  );
}

/** A payload of Slack's with one part of it made into something else. */
const damaged = fc
  .tuple(payload, fc.array(fc.nat(30), { minLength: 1, maxLength: 3 }), nonsense)
  .map(([make, path, by]) => changedAt(make(), path, by));

const body = fc.oneof(damaged, nonsense).map((value) => JSON.stringify(value) ?? '');

const request = fc.oneof(
  body.map((text) => ({ text, contentType: JSON_TYPE })),
  body.map((text) => ({ text: new URLSearchParams({ payload: text }).toString(), contentType: FORM })),
  fc
    .dictionary(name, fc.oneof(word, fc.string({ maxLength: 10 })))
    .map((fields) => ({ text: new URLSearchParams(fields).toString(), contentType: FORM })),
);

async function refusals(): Promise<number> {
  const page = await (await fetch(`${stage.appUrl}/metrics`)).text();
  const counts = [...page.matchAll(/^meeting_cards_refused_requests_total\{reason="[a-z-]+"\} (\d+)$/gm)];
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}

test('a signed body of any shape is taken, or refused with 400 or 404 and counted, and the app still answers', async () => {
  let refused = await refusals();
  await fc.assert(
    fc.asyncProperty(request, async ({ text, contentType }) => {
      const { status } = await post(stage.appUrl, signed(text, contentType, { nowMs: stage.now() }));
      expect([200, 400, 404]).toContain(status);
      if (status !== 200) refused += 1;
    }),
    { numRuns: RUNS },
  );
  expect(await refusals()).toBe(refused);
  expect((await types(stage, 'help')).shown).toContain('Shows the card');
  expect(stage.log.text()).not.toContain('"reason":"failed"');
});

test.each([
  ['response_urls', null],
  ['response_urls', [null]],
])('a payload of any kind whose %s is %j is refused with 404', async (field, value) => {
  const payloads = [
    clickInEphemeral(),
    viewSubmission({ view }),
    globalShortcut(),
    messageShortcut(),
    eventEnvelope(linkShared()),
  ];
  for (const payload of payloads) {
    const text = JSON.stringify({ ...payload, [field]: value });
    const { status } = await post(stage.appUrl, signed(text, JSON_TYPE, { nowMs: stage.now() }));
    expect(status).toBe(404);
  }
});

test.each(['user', 'subteam'])('an event whose %s is null is refused with 404', async (field) => {
  const text = JSON.stringify(eventEnvelope({ ...linkShared(), user: undefined, [field]: null }));
  const { status } = await post(stage.appUrl, signed(text, JSON_TYPE, { nowMs: stage.now() }));
  expect(status).toBe(404);
});
