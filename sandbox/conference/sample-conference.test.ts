import { afterEach, describe, expect, it } from 'vitest';
import { ask, askJson } from './ask.ts';
import { accountsPath, infosPath, listPath } from './endpoints.ts';
import { host, largestId, meeting, plainMeeting, putSamples, askerId as userId } from './meetings.ts';
import {
  type SampleConference,
  type SampleConferenceOptions,
  startSampleConference,
} from './sample-conference.ts';

const running: SampleConference[] = [];
const eventId = 700_001;

async function serviceWith(options?: SampleConferenceOptions) {
  const service = await startSampleConference(options);
  running.push(service);
  service.meetings.put(meeting());
  return service;
}

afterEach(() => Promise.all(running.splice(0).map((service) => service.close())));

describe('details of a meeting', () => {
  it('are found by event id and by the host password', async () => {
    const service = await serviceWith();
    const byPassword = { pcode: String(meeting().pcode1), userId };
    expect(await askJson(service, infosPath, { eventId, userId })).toMatchObject({
      status: 0,
      result: [{ eventId }],
    });
    expect(await askJson(service, infosPath, byPassword)).toMatchObject({ result: [{ eventId }] });
  });

  it('are an empty list when nothing is known', async () => {
    const service = await serviceWith();
    service.meetings.remove(eventId);
    expect(await askJson(service, infosPath, { eventId, userId })).toMatchObject({ status: 0, result: [] });
  });

  it('have every digit of an id both ways', async () => {
    const service = await serviceWith();
    service.meetings.put(plainMeeting(largestId, {}));
    const reply = await ask(service, infosPath, `{"eventId":${largestId},"userId":1}`);
    expect(await reply.text()).toContain('"eventId":18446744073709551615,');
    expect(service.questions[0]).toMatchObject({ body: { eventId: largestId, userId: 1 } });
    expect(service.questions[0]?.rawBody).toContain('18446744073709551615');
  });

  it.each([
    ['no userId', { eventId }, 'userId is required'],
    ['a userId in quotes', { eventId, userId: '1' }, 'userId must be a number'],
    ['an eventId in quotes', { eventId: '1', userId }, 'eventId must be a number'],
    ['neither eventId nor pcode', { userId }, 'eventId or pcode is required'],
    ['no object', [], 'the body must be a JSON object'],
    ['no JSON', '{', 'the body must be a JSON object'],
  ])('are refused for %s', async (_, body, msg) => {
    expect(await askJson(await serviceWith(), infosPath, body)).toMatchObject({ status: 10_002, msg });
  });

  it('come as a list, as JSON text or as one object', async () => {
    const service = await serviceWith({ resultAs: 'string' });
    const { result } = await askJson(service, infosPath, { eventId, userId });
    expect(JSON.parse(String(result))).toMatchObject([{ eventId }]);
    service.writeResultAs('object');
    expect(await askJson(service, infosPath, { eventId, userId })).toMatchObject({ result: { eventId } });
  });

  it('hold every occurrence of one event', async () => {
    const service = await serviceWith();
    service.meetings.put(plainMeeting(5, { title: 'a' }), plainMeeting(5, { title: 'b' }));
    const { result } = await askJson(service, infosPath, { eventId: 5, userId });
    expect(result).toMatchObject([{ title: 'a' }, { title: 'b' }]);
  });

  it('are found by link only where the deployment says so', async () => {
    const question = { attendeeJoinUrl: String(meeting().attendeeJoinUrl) };
    const service = await serviceWith({ linkLookupPath: '/by/link' });
    expect(await askJson(service, '/by/link', question)).toMatchObject({ result: [{ eventId }] });
    expect((await ask(await serviceWith(), '/by/link', question)).status).toBe(404);
  });
});

describe('accounts and lists', () => {
  it('gives the known accounts by what was asked', async () => {
    const service = await serviceWith();
    putSamples(service.meetings, 0);
    const question = { emails: [host.email, 'nobody@example.com'], mobiles: [] };
    const { result } = await askJson(service, accountsPath, question);
    expect(result).toMatchObject({ [host.email]: { userId: host.userId, displayName: host.displayName } });
    expect(Object.keys(Object(result))).toEqual([host.email]);
  });

  it('refuses more than 200 addresses', async () => {
    const emails = Array.from({ length: 201 }, (_, nth) => `${nth}@example.com`);
    expect(await askJson(await serviceWith(), accountsPath, { emails })).toMatchObject({ status: 10_002 });
  });

  it("lists a host's meetings in a span of time, with fewer fields", async () => {
    const service = await serviceWith();
    const span = { startTime: 1_924_900_000, endTime: 1_924_920_000, userId: host.userId, inCycle: 1 };
    const { result } = await askJson(service, listPath, span);
    expect(result).toMatchObject([{ eventId }]);
    expect(JSON.stringify(result)).not.toContain('attendList');
    expect(await askJson(service, listPath, { ...span, endTime: 1_924_900_001 })).toMatchObject({
      result: [],
    });
    expect(await askJson(service, listPath, { ...span, userId: 1 })).toMatchObject({ result: [] });
  });
});

describe('the record of questions', () => {
  it('says what was asked, when and with which headers', async () => {
    const service = await serviceWith({ now: () => 42 });
    const asked = service.waitForQuestions(1);
    await ask(service, infosPath, { eventId, userId }, { 'x-trace': 't' });
    expect(await asked).toMatchObject([
      { path: infosPath, body: { eventId, userId }, headers: { 'x-trace': 't' }, at: 42 },
    ]);
  });

  it('says how many came when more were waited for', async () => {
    const service = await serviceWith();
    await expect(service.waitForQuestions(2, 1)).rejects.toThrow('2 questions; there are 0');
  });
});
