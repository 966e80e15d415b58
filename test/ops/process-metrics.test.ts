import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { createMetrics } from '../../src/ops/metrics.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** What an app gives its metrics to ask, such as its storage. */
function asked(): WeakRef<() => number> {
  const droppedLines = () => 0;
  createMetrics({}, droppedLines);
  return new WeakRef(droppedLines);
}

test('the process is measured from the start of the app, and not from the first look at its metrics', async () => {
  const { text } = createMetrics({});
  collectGarbage();
  // What is measured is told in a task of its own.
  await new Promise(setImmediate);
  const collections = 'nodejs_gc_duration_seconds_count{kind="major"}';
  await until('the collection is counted', async () => (await text()).includes(collections), 10_000);
});

test('what the metrics of an app ask is freed with the app: what measures the process does not hold it', async () => {
  const ofApp = asked();
  // A weak reference holds its target until the task ends that made it or asked for it; so does a collection that had begun before.
  const isFreed = async (): Promise<boolean> => {
    await new Promise(setImmediate);
    collectGarbage();
    return ofApp.deref() === undefined;
  };
  await until('it is freed', isFreed, 10_000);
});
