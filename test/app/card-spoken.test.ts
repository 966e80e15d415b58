import { describe, expect, test } from 'vitest';
import { onStage, types } from '../support/on-stage.ts';

describe('what a screen reader says', () => {
  test.each([
    [
      '649128',
      '112233: Ended, lasted 1 hr. Wed, Feb 21, 2024 10:30 – 11:30 Shanghai (GMT+8). Host: 特色图. meeting 649128',
    ],
    [
      '700003',
      '供应商沟通会: Cancelled. Tue, Dec 31, 2030 15:00 – 16:00 Shanghai (GMT+8). Host: 韩梅梅. meeting 700003',
    ],
    [
      '700005',
      '新员工培训 · Onboarding: Upcoming. Wed, Jan 1, 2031 09:00 – 12:00 Shanghai (GMT+8). Where: 长安厅, 未央厅, 雁塔厅, and 1 more. Host: 韩梅梅. meeting 700005',
    ],
  ])('of %s is the essentials', async (id, text) => {
    expect((await types(await onStage(), id)).spoken).toBe(text);
  });
});
