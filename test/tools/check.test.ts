import { describe, expect, test } from 'vitest';
import { QUICK_TESTS } from '../support/quick-tests.ts';

describe('npm run check has the tests', () => {
  test.each(['test/core/reference.test.ts', 'test/cards/footer.test.ts', 'sandbox/slack/signing.test.ts'])(
    'of a single part, such as %s',
    (file) => {
      expect(QUICK_TESTS).toContain(file);
    },
  );

  test('of more than a hundred files', () => {
    expect(QUICK_TESTS.length).toBeGreaterThan(100);
  });

  test.each([
    ['that run the whole app', 'test/app/card.test.ts'],
    ['that reach the app by what they share', 'test/visibility/believed-rights.test.ts'],
    ['that try many inputs', 'test/cards/card.property.test.ts'],
    ['that start processes', 'test/faults/redis.test.ts'],
  ])('but not those %s', (_which, file) => {
    expect(QUICK_TESTS).not.toContain(file);
  });
});
