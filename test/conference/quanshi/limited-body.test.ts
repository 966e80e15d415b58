import { getEventListeners } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { limitedBodies } from '../../../src/conference/quanshi/endpoint/limited-body.ts';

const MAX = 4000;
const SMALL = 100;
const PIECE = 50;
const AT_ONCE = 2;
const open = () => new AbortController().signal;
const bodies = () => limitedBodies({ maxBytes: MAX, smallBytes: SMALL, largeAtOnce: AT_ONCE });
const sizeOf = (body: Buffer | undefined): number | undefined => body?.length;

/**
 * A body of so many bytes that hands out a piece whenever it is asked for one, and knows how much was taken; held, it stops once it is large, until
 * the test ends.
 */
function bodyOf(bytes: number, isHeld = () => false) {
  const state = { taken: 0 };
  let isOver = false;
  onTestFinished(() => {
    isOver = true;
  });
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        while (state.taken > SMALL && isHeld() && !isOver) await turn();
        const piece = Math.min(PIECE, bytes - state.taken);
        state.taken += piece;
        if (piece > 0) controller.enqueue(new Uint8Array(piece));
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { response: new Response(stream), state };
}

/** Long enough for all that does not wait for something else. */
async function settle(): Promise<void> {
  for (let nth = 0; nth < 500; nth += 1) await turn();
}

describe('a body', () => {
  test.each([0, 1, SMALL, SMALL + 1, MAX])('of %i bytes is read whole', async (bytes) => {
    expect(await bodies()(bodyOf(bytes).response, open(), sizeOf)).toBe(bytes);
  });

  test('that is absent is read as an empty one', async () => {
    expect(await bodies()(new Response(null), open(), sizeOf)).toBe(0);
  });

  test('that is large leaves no listener on the signal, which would hold the result until the time limit', async () => {
    const limit = open();
    await bodies()(bodyOf(MAX).response, limit, sizeOf);
    expect(getEventListeners(limit, 'abort')).toEqual([]);
  });

  test('of a byte more than may be is not, and no more of it than that is taken', async () => {
    const { response, state } = bodyOf(10 * MAX);
    expect(await bodies()(response, open(), (body) => body ?? 'too large')).toBe('too large');
    expect(state.taken).toBeLessThanOrEqual(MAX + PIECE);
  });
});

test('after a large body the next one waits as long as that one took, and its result does not', async () => {
  const rests: { readonly milliseconds: number; readonly end: () => void }[] = [];
  let now = 0;
  const read = limitedBodies(
    { maxBytes: MAX, smallBytes: SMALL, largeAtOnce: 1 },
    {
      now: () => now,
      rest: (milliseconds) => new Promise((end) => rests.push({ milliseconds, end })),
    },
  );
  const slowly = (body: Buffer | undefined): number | undefined => {
    now += 70;
    return sizeOf(body);
  };
  expect(await read(bodyOf(MAX).response, open(), slowly)).toBe(MAX);
  let isUsed = false;
  const next = read(bodyOf(MAX).response, open(), () => {
    isUsed = true;
  });
  await settle();
  expect(await read(bodyOf(SMALL).response, open(), sizeOf)).toBe(SMALL);
  expect([rests.map(({ milliseconds }) => milliseconds), isUsed]).toEqual([[70], false]);
  rests[0]?.end();
  await next;
  expect(isUsed).toBe(true);
});

describe('a hundred large bodies at once', () => {
  test('are all read, but no more than two at the same moment, the others left where they are', async () => {
    const read = bodies();
    const all = Array.from({ length: 100 }, () => bodyOf(MAX));
    let most = 0;
    const held = (): number => all.reduce((sum, { state }) => sum + state.taken, 0);
    let used = 0;
    const sizes = await Promise.all(
      all.map(({ response }) =>
        read(response, open(), (body) => {
          most = Math.max(most, held() - used);
          used += body?.length ?? 0;
          return body?.length;
        }),
      ),
    );
    expect(new Set(sizes)).toEqual(new Set([MAX]));
    expect(most).toBeLessThanOrEqual(100 * (SMALL + PIECE) + AT_ONCE * MAX);
  });

  test('do not delay a small one', async () => {
    const read = bodies();
    for (let nth = 0; nth < 10; nth += 1)
      void read(bodyOf(MAX, () => nth < AT_ONCE).response, open(), sizeOf);
    expect(await read(bodyOf(SMALL).response, open(), sizeOf)).toBe(SMALL);
  });
});

describe('one that waits for its turn', () => {
  test('is given up when its time is over, without a byte more having been taken', async () => {
    const read = bodies();
    for (let nth = 0; nth < AT_ONCE; nth += 1) void read(bodyOf(MAX, () => true).response, open(), sizeOf);
    const time = new AbortController();
    const waiting = bodyOf(MAX);
    const reading = read(waiting.response, time.signal, sizeOf);
    await settle();
    time.abort(new Error('over'));
    await expect(reading).rejects.toThrow('over');
    expect(waiting.state.taken).toBeLessThanOrEqual(SMALL + PIECE);
  });

  test('and is given up lets those after it have theirs', async () => {
    const read = bodies();
    let isHeld = true;
    const first = Array.from({ length: AT_ONCE }, () =>
      read(bodyOf(MAX, () => isHeld).response, open(), sizeOf),
    );
    await settle();
    const time = new AbortController();
    const givenUp = Array.from({ length: 5 }, () => read(bodyOf(MAX).response, time.signal, sizeOf));
    const behind = Array.from({ length: 5 }, () => read(bodyOf(MAX).response, open(), sizeOf));
    const gone = Promise.allSettled(givenUp);
    await settle();
    time.abort(new Error('over'));
    expect((await gone).map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
    isHeld = false;
    expect(await Promise.all([...first, ...behind])).toEqual(Array(AT_ONCE + 5).fill(MAX));
  });

  test('has its turn too after one whose reader failed', async () => {
    const read = bodies();
    const broken = () =>
      new Response(
        new ReadableStream<Uint8Array>({
          pull(controller) {
            controller.enqueue(new Uint8Array(SMALL + 1));
            controller.error(new Error('broken'));
          },
        }),
      );
    const failing = Array.from({ length: 5 }, () => read(broken(), open(), sizeOf));
    const throwing = Array.from({ length: 5 }, () =>
      read(bodyOf(MAX).response, open(), () => {
        throw new Error('used wrongly');
      }),
    );
    const settled = await Promise.allSettled([...failing, ...throwing]);
    expect(settled.every(({ status }) => status === 'rejected')).toBe(true);
    expect(await read(bodyOf(MAX).response, open(), sizeOf)).toBe(MAX);
  });
});
