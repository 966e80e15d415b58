import { expect, test } from 'vitest';
import { attendeesPath } from '../../sandbox/conference/endpoints.ts';
import { choose, modalShown, topModal } from '../support/interactions.ts';
import { lastEphemeral, onStage, PLAIN, types } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';

const LUCY = 'U0LUCY';
const PRESENT = ['韩梅梅', 'Guest <@U1> *x*'];

/** A stage on which a meeting runs, and somebody looks it up and presses *People*. */
async function pressed(userId: string, prepare: (stage: Stage) => unknown = () => {}): Promise<Stage> {
  const stage = await onStage();
  stage.conference.meetings.live.start(700_001, PRESENT);
  await prepare(stage);
  await types(stage, '700001', { userId });
  await choose(stage, lastEphemeral(stage), 'people');
  return stage;
}
const askedAt = ({ conference }: Stage, path: string): number =>
  conference.questions.filter((question) => question.path === path).length;

test('a person on the list reads in People who is in the meeting now, and none of their contact data', async () => {
  const stage = await pressed(LUCY);
  expect(modalShown(stage, LUCY)).toContain('*In the meeting now (2)*\n韩梅梅, Guest &lt;@U1&gt; ∗x∗\n');
  expect(JSON.stringify(topModal(stage, LUCY))).not.toMatch(/live\.example|1390077|203\.0\.113/);
  expect(stage.slack.violations).toEqual([]);
});

test('a person who is not on the list does not read it, and the names are not asked for', async () => {
  const stage = await pressed(PLAIN);
  expect(modalShown(stage, PLAIN)).toContain('5 people');
  expect(modalShown(stage, PLAIN)).not.toContain('In the meeting now');
  expect(askedAt(stage, attendeesPath)).toBe(0);
});

test('People is shown without it where the account may not ask', async () => {
  const stage = await pressed(LUCY, ({ conference }) => conference.meetings.live.mayList(false));
  expect(modalShown(stage, LUCY)).toContain('5 people');
  expect(modalShown(stage, LUCY)).not.toContain('In the meeting now');
  expect(askedAt(stage, attendeesPath)).toBe(0);
});

test('People is shown without it where the meeting does not run', async () => {
  const stage = await pressed(LUCY, ({ conference }) => conference.meetings.live.end(700_001));
  expect(modalShown(stage, LUCY)).not.toContain('In the meeting now');
  expect(askedAt(stage, attendeesPath)).toBe(0);
});

test('pressing People again within half a minute asks the vendor nothing', async () => {
  const stage = await pressed(LUCY);
  stage.slack.stacks.delete(LUCY);
  await choose(stage, lastEphemeral(stage), 'people');
  expect(modalShown(stage, LUCY)).toContain('In the meeting now');
  expect(askedAt(stage, attendeesPath)).toBe(1);
});
