import { onTestFinished } from 'vitest';
import { type SampleConference, startSampleConference } from '../../sandbox/conference/sample-conference.ts';
import { limitedBodies } from '../../src/conference/quanshi/endpoint/limited-body.ts';
import { quanshi } from '../../src/conference/quanshi/quanshi.ts';
import type { ConferenceVendor } from '../../src/conference/vendor.ts';
import { vendorUserId } from '../../src/core/ids.ts';
import { zoneOf } from './units.ts';

/** The real adapter before a sample conference service, which is closed when the test ends. */
export async function onVendor(): Promise<{ vendor: ConferenceVendor; service: SampleConference }> {
  const service = await startSampleConference();
  onTestFinished(() => service.close());
  const userId = vendorUserId('87679779');
  if (userId === undefined) throw new Error('no user id');
  const vendor = quanshi({
    account: {
      url: service.url,
      credentials: { kind: 'none' },
      userId,
      linkLookupPath: undefined,
      id: undefined,
      linkDomains: undefined,
    },
    bulkhead: (task) => task(),
    readBody: limitedBodies(),
    timeoutMs: 20_000,
    defaultZone: zoneOf('Asia/Shanghai'),
    fetch,
    clock: Date.now,
    nonce: () => 'nonce',
    onDropped: () => {},
    onCall: () => {},
  });
  return { vendor, service };
}
