import { expect, test } from 'vitest';
import { livePath } from '../../sandbox/conference/endpoints.ts';
import { putSamples } from '../../sandbox/conference/meetings.ts';
import { watchedVendor } from '../../src/conference/account-health.ts';
import type { Question } from '../../src/conference/vendor.ts';
import { eventOf, second } from '../support/units.ts';
import { onVendor } from '../support/vendor.ts';

const NOW = second(1_924_826_400);
const question: Question = { kind: 'event', eventId: eventOf('700002') };

async function watched() {
  const { vendor, service } = await onVendor();
  putSamples(service.meetings, NOW * 1000);
  return { ...watchedVendor(vendor, () => NOW * 1000), service };
}

test('a vendor that answers has no failure, also where it knows no such meeting', async () => {
  const { vendor, lastFailure } = await watched();
  expect(lastFailure()).toBeUndefined();
  await vendor.findMeetings(question);
  await vendor.findMeetings({ kind: 'event', eventId: eventOf('999999') });
  expect(lastFailure()).toBeUndefined();
});

test('the last failure is told with the vendor’s words and its time, until the next answer', async () => {
  const { vendor, lastFailure, service } = await watched();
  service.fault({ kind: 'status', status: 7, msg: 'no' }, 1);
  await vendor.findMeetings(question);
  expect(lastFailure()).toMatchObject({ kind: 'refused', code: '7', message: 'no', at: NOW });
  await vendor.findMeetings(question);
  expect(lastFailure()).toBeUndefined();
});

test('a list of live meetings that an account may not ask for is not a failure of the account', async () => {
  const { vendor, lastFailure, service } = await watched();
  service.fault({ kind: 'status', status: 7, msg: 'no' }, 1, livePath);
  expect((await vendor.listLive()).kind).toBe('refused');
  expect(lastFailure()).toBeUndefined();
});
