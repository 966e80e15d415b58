import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createMetrics } from '../../src/ops/metrics.ts';

/** What an app gives its metrics to ask, such as its storage. */
function asked(): WeakRef<() => number> {
  const droppedLines = () => 0;
  createMetrics({}, droppedLines);
  return new WeakRef(droppedLines);
}

test('what the metrics of an app ask is freed with the app: what measures the process does not hold it', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const ofApp = asked();
  // A weak reference holds its target until the task that made it ends.
  await new Promise(setImmediate);
  collectGarbage();
  expect(ofApp.deref()).toBeUndefined();
});
