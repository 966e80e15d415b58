import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { askJson } from './ask.ts';
import type { ConferenceAuth } from './auth.ts';
import { infosPath } from './endpoints.ts';
import { askerId as userId } from './meetings.ts';
import { type SampleConference, startSampleConference } from './sample-conference.ts';

const running: SampleConference[] = [];
const eventId = 700_001;

async function serviceWith(options: { auth: ConferenceAuth }) {
  const service = await startSampleConference(options);
  running.push(service);
  return service;
}

afterEach(() => Promise.all(running.splice(0).map((service) => service.close())));

describe('who may ask', () => {
  it('is decided by the token', async () => {
    const service = await serviceWith({ auth: { kind: 'token', token: 'T' } });
    expect(await askJson(service, infosPath, { eventId, userId })).toMatchObject({ status: 10_002 });
    expect(await askJson(service, infosPath, { eventId, userId }, { token: 'T' })).toMatchObject({
      status: 0,
    });
  });

  it('is decided by the four headers of an app', async () => {
    const service = await serviceWith({ auth: { kind: 'app', appKey: 'K', appSecret: 'S' } });
    const signed = (nonce: string, CurTime = '1924911000000') => ({
      AppKey: 'K',
      Nonce: nonce,
      CurTime,
      CheckSum: createHash('sha1').update(`S${nonce}${CurTime}`).digest('hex'),
    });
    const statusFor = async (headers: Record<string, string>) =>
      (await askJson(service, infosPath, { eventId, userId }, headers)).status;
    expect(await statusFor(signed('n'.repeat(128)))).toBe(0);
    expect(await statusFor(signed('n'.repeat(129)))).toBe(10_002);
    expect(await statusFor(signed('n', '1924911000'))).toBe(10_002);
    expect(await statusFor({ ...signed('n'), AppKey: 'k' })).toBe(10_002);
    expect(await statusFor({ ...signed('n'), CheckSum: signed('n').CheckSum.toUpperCase() })).toBe(10_002);
  });
});
