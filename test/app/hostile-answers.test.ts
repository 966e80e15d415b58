import { describe, expect, test } from 'vitest';
import { infosPath } from '../../sandbox/conference/endpoints.ts';
import { hostileAnswers } from '../../sandbox/conference/hostile-answers.ts';
import { largeMeeting } from '../../sandbox/conference/meetings.ts';
import { BODY_MAX_BYTES } from '../../src/conference/quanshi/endpoint/limited-body.ts';
import { asked, loggedEvents, onStage, types } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';

const patient = { CONFERENCE_TIMEOUT_MS: '10000' };

async function stageThatAnswers(body: string): Promise<Stage> {
  const stage = await onStage({ env: patient });
  stage.conference.fault({ kind: 'raw', body }, 1, infosPath);
  return stage;
}

test('the largest of these answers are just within what the app reads', () => {
  const sizes = hostileAnswers.map(({ body }) => Buffer.byteLength(body())).sort((a, b) => a - b);
  expect(sizes.at(-1)).toBeLessThanOrEqual(BODY_MAX_BYTES);
  expect(sizes.at(-1)).toBeGreaterThan(BODY_MAX_BYTES - 16_384);
});

describe.each(hostileAnswers)('an answer with $what', ({ body, reads: said }) => {
  test(`is told as "${said}", in a log line of a few fields at most, and the next command is answered`, async () => {
    const stage = await stageThatAnswers(body());
    expect((await types(stage, '700001')).shown).toContain(said);
    for (const line of loggedEvents(stage, 'fields-left-out'))
      expect(JSON.parse(line).fields.length).toBeLessThanOrEqual(20);
    expect((await types(stage, '700002')).shown).toContain('Design review');
    expect(asked(stage)).toHaveLength(2);
    expect(stage.slack.violations).toEqual([]);
  });
});

test('fields left out by the thousand are told by the first of them and a number', async () => {
  const stage = await stageThatAnswers(
    JSON.stringify({
      status: 0,
      result: [largeMeeting({ houseList: Array.from({ length: 1000 }, () => 7) })],
    }),
  );
  (await types(stage, '700001')).shown;
  const [line] = loggedEvents(stage, 'fields-left-out');
  const { fields } = JSON.parse(line ?? '{}');
  expect(fields.at(0)).toBe('houseList[0]');
  expect(fields.at(-1)).toBe('and 981 more');
});

describe('a meeting of 3,000 people and 300 rooms with every field filled', () => {
  test.each(['array', 'string', 'object'] as const)(
    'is shown whole, with its result as %s',
    async (resultAs) => {
      const stage = await onStage({ env: patient, conference: { resultAs } });
      stage.conference.meetings.put(largeMeeting());
      const shown = (await types(stage, '700001')).shown;
      expect(shown).toContain('全体员工大会');
      expect(shown).toContain('*Invited* 3,000: 3,000 confirmed');
      expect(shown).toContain('and 292 more');
      expect(stage.log.text()).not.toContain('fields-left-out');
    },
  );
});
