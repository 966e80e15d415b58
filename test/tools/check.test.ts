import { describe, expect, test } from 'vitest';
import config from '../../vitest.check.config.ts';

const include = config.test?.include ?? [];

describe('npm run check has the tests', () => {
  test.each(['test/core/reference.test.ts', 'test/cards/footer.test.ts', 'sandbox/slack/signing.test.ts'])(
    'of a single part, such as %s',
    (file) => {
      expect(include).toContain(file);
    },
  );

  test('of more than a hundred files', () => {
    expect(include.length).toBeGreaterThan(100);
  });

  test.each([
    ['that run the whole app', 'test/app/card.test.ts'],
    ['that reach the app by what they share', 'test/visibility/believed-rights.test.ts'],
    ['that try many inputs', 'test/cards/card.property.test.ts'],
    ['that start processes', 'test/faults/redis.test.ts'],
  ])('but not those %s', (_which, file) => {
    expect(include).not.toContain(file);
  });
});
