import { expect, test } from 'vitest';
import { fairShare } from '../../src/conference/fair-share.ts';
import { personOf } from '../support/person.ts';

const ANN = personOf('T0HOME', 'U0ANN');

test.each([
  ['another person', personOf('T0HOME', 'U0POLLY')],
  ['the person with the same id in another workspace', personOf('T0AWAY', 'U0ANN')],
])('who has all of their share in use leaves room for %s', async (_who, other) => {
  const share = fairShare({ atOnce: 1, waiting: 0, waitMs: 1000 });
  let end = (): void => {};
  const held = share(ANN, () => new Promise<void>((resolve) => (end = resolve)));
  expect(await share(ANN, async () => 'done')).toBeUndefined();
  expect(await share(other, async () => 'done')).toBe('done');
  end();
  await held;
  expect(await share(ANN, async () => 'done')).toBe('done');
});
