import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BodiesInFlight } from '../../../src/slack/transports/bodies-in-flight.ts';

function admitted(bodies: BodiesInFlight, bytes: number, name: string, givenUp: string[]) {
  const memory = bodies.admit(() => givenUp.push(name));
  memory.resize(bytes);
  return memory;
}

test('as many bytes as the bound may be held', () => {
  const bodies = new BodiesInFlight(100);
  const givenUp: string[] = [];
  admitted(bodies, 60, 'a', givenUp);
  admitted(bodies, 40, 'b', givenUp);
  expect([bodies.bytes, givenUp]).toEqual([100, []]);
});

test('above it the largest body is given up, whichever came last', () => {
  const bodies = new BodiesInFlight(100);
  const givenUp: string[] = [];
  admitted(bodies, 60, 'large', givenUp);
  admitted(bodies, 30, 'small', givenUp);
  admitted(bodies, 20, 'new', givenUp);
  expect([bodies.bytes, givenUp]).toEqual([50, ['large']]);
});

test('a body that alone is above the bound is given up itself', () => {
  const bodies = new BodiesInFlight(100);
  const givenUp: string[] = [];
  admitted(bodies, 10, 'small', givenUp);
  admitted(bodies, 101, 'large', givenUp);
  expect([bodies.bytes, givenUp]).toEqual([10, ['large']]);
});

test('what was released or given up counts no more, whatever is said of it later', () => {
  const bodies = new BodiesInFlight(100);
  const givenUp: string[] = [];
  const read = admitted(bodies, 50, 'read', givenUp);
  read.release();
  read.release();
  read.resize(90);
  const large = admitted(bodies, 101, 'large', givenUp);
  large.resize(90);
  large.release();
  expect([bodies.bytes, givenUp]).toEqual([0, ['large']]);
});

test('the bound holds after every step, and no bytes are lost or left over', () => {
  const step = fc.record({ body: fc.nat(9), bytes: fc.nat(60), isRelease: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const bodies = new BodiesInFlight(100);
      const memories = Array.from({ length: 10 }, () => bodies.admit(() => {}));
      for (const { body, bytes, isRelease } of steps) {
        if (isRelease) memories[body]?.release();
        else memories[body]?.resize(bytes);
        expect(bodies.bytes).toBeLessThanOrEqual(100);
        expect(bodies.bytes).toBeGreaterThanOrEqual(0);
      }
      for (const memory of memories) memory.release();
      expect(bodies.bytes).toBe(0);
    }),
  );
});
