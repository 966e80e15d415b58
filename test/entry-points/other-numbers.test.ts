import { describe, expect, test } from 'vitest';
import { plainMeeting } from '../../sandbox/conference/meetings.ts';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { openedHome } from '../support/home.ts';
import { onRedis } from '../support/on-redis.ts';
import { messagesIn, types } from '../support/on-stage.ts';
import { HAN, onPatientStage } from '../support/unknown-links.ts';

const CONFERENCE = '239700002';
const PASSWORD = '201501990002700002';

describe('the conference number of a meeting', () => {
  test('finds it where it was looked up, and the answer says which number to use', async () => {
    const stage = await onPatientStage();
    expect((await types(stage, CONFERENCE)).shown).toContain(en.failure['not-found'].what);
    await types(stage, '700002');
    stage.advance(31);
    const { shown, spoken } = await types(stage, '239 700 002');
    expect(shown).toContain('Design review');
    expect(shown).toContain(en.typedOther['conference-number']('700002'));
    expect(spoken).toContain('Its meeting number is *700002*');
  });

  test('finds it where somebody’s list had it', async () => {
    const stage = await onPatientStage();
    await openedHome(stage, HAN);
    await until('the list is learned', async () => {
      stage.advance(31);
      return (await types(stage, CONFERENCE)).shown.includes('Design review');
    });
  });

  test('is an event id where the vendor knows one', async () => {
    const stage = await onPatientStage();
    await types(stage, '700002');
    stage.conference.meetings.put(plainMeeting(Number(CONFERENCE), { title: 'The event itself' }));
    const { shown } = await types(stage, CONFERENCE);
    expect(shown).toContain('The event itself');
    expect(shown).not.toContain('You typed');
  });

  test('does not find a meeting that has another one by now', async () => {
    const stage = await onPatientStage();
    await types(stage, '700002');
    stage.conference.meetings.put(plainMeeting(700_002, { conferenceId: '777' }));
    stage.advance(86_400);
    expect((await types(stage, CONFERENCE)).shown).toContain(en.failure['not-found'].what);
  });

  test('is not explained to a channel', async () => {
    const stage = await onPatientStage();
    await types(stage, '700002');
    await types(stage, `share ${CONFERENCE}`, { channelId: 'C0TEAM' });
    const [message] = await messagesIn(stage, 'C0TEAM', 1);
    expect(JSON.stringify(message)).toContain('Design review');
    expect(JSON.stringify(message)).not.toContain('You typed');
  });
});

describe('the attendee password of a meeting', () => {
  test('finds it where it was looked up, and proves nothing about who types it', async () => {
    const stage = await onPatientStage();
    expect((await types(stage, PASSWORD)).shown).toContain(en.failure['unknown-password'].what);
    await types(stage, '700002');
    const { shown, answer } = await types(stage, PASSWORD);
    expect(shown).toContain('Design review');
    expect(shown).toContain(en.typedOther['attendee-password']('700002'));
    expect(JSON.stringify(answer.body)).not.toContain(PASSWORD);
  });

  test('of fewer than thirteen digits finds nothing, since it could be guessed', async () => {
    const stage = await onPatientStage();
    stage.conference.meetings.put(plainMeeting(700_021, { pcode2: '471147' }));
    await types(stage, '700021');
    expect((await types(stage, '471147')).shown).toContain(en.failure['not-found'].what);
  });

  test('is nowhere in Redis', async () => {
    const redis = await onRedis();
    const stage = await onPatientStage({ env: { REDIS_URL: redis.url } });
    await until('it is found', async () => {
      await types(stage, '700002');
      stage.advance(400);
      return (await redis.keys()).some((key) => key.includes('attendee-password'));
    });
    expect((await redis.keys()).join('\n')).not.toContain(PASSWORD);
    expect((await redis.keys()).join('\n')).not.toContain(CONFERENCE);
  });
});

test('the words for another number are not said where the event id was typed', async () => {
  const stage = await onPatientStage();
  expect((await types(stage, '700002')).shown).not.toContain('You typed');
});
