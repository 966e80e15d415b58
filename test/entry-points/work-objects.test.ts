import type { EntityMetadata } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { plainMeeting } from '../../sandbox/conference/meetings.ts';
import { fieldsAt, listAt } from '../../sandbox/slack/fields.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { unfurledObject, withinMetadata, workObject } from '../../src/cards/work-object.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import { nobody } from '../support/card-options.ts';
import { decoded } from '../support/decoded.ts';
import { labelled, opensFlexpane } from '../support/flexpane.ts';
import { linkOf } from '../support/following.ts';
import { callsOf, onlyUnfurl, paste } from '../support/interactions.ts';
import { loggedEvents, onStage, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';
import { second } from '../support/units.ts';

const ON = { env: { WORK_OBJECTS: 'true' } };
const LINK = 'https://ntest.qsh1.cn/k/att700001';
const SECRETS = /201501990001700001|201501990002700001|open-sesame|host700001/;

/** Somebody opens the flexpane of 700001; resolves to what it then shows them. */
const opens = (stage: Stage, userId: string, over = {}) =>
  opensFlexpane(stage, userId, { url: LINK, eventId: '700001' }, over);

describe('a pasted link', () => {
  test('has no Work Object unless they are switched on', async () => {
    const stage = await onStage();
    await types(stage, '700001');
    await paste(stage, LINK);
    expect(stage.slack.entities.size).toBe(0);
    expect(callsOf(stage, 'chat.unfurl')[0]?.args).not.toHaveProperty('metadata');
  });

  test('has one beside its preview, with what all may see', async () => {
    const stage = await onStage(ON);
    await types(stage, '700001');
    const message = await paste(stage, LINK);
    const entity = stage.slack.entities.get(LINK) ?? {};
    expect(entity).toMatchObject({
      entity_type: 'slack#/entities/item',
      url: LINK,
      app_unfurl_url: LINK,
      external_ref: { id: '700001', type: 'meeting' },
    });
    expect(labelled(entity)).toMatchObject({ State: 'Live now', Host: '韩梅梅' });
    expect(JSON.stringify(entity)).not.toMatch(SECRETS);
    expect(shownIn(onlyUnfurl(message))).toContain('Quarterly review');
    expect(stage.slack.violations).toEqual([]);
  });

  test('has a Work Object whose Join is spoken with the title of its meeting', async () => {
    const stage = await onStage(ON);
    await types(stage, '700001');
    await paste(stage, LINK);
    expect(stage.slack.entities.get(LINK)).toMatchObject({
      entity_payload: {
        actions: {
          primary_actions: [
            { text: en.join, accessibility_label: en.joinNamed('季度评审 · Quarterly review') },
          ],
        },
      },
    });
  });

  test('that makes anyone the host is not what Slack opens from its Work Object', async () => {
    const stage = await onStage(ON);
    await types(stage, '700001');
    const pasted = 'https://ntest.qsh1.cn/k/host700001';
    await paste(stage, pasted);
    expect(stage.slack.entities.get(pasted)).toMatchObject({ url: LINK, app_unfurl_url: pasted });
  });

  test('keeps its preview where Slack refuses the Work Object, and the log says why', async () => {
    const stage = await onStage(ON);
    await types(stage, '700001');
    const messages = ['[ERROR] metadata.entities[0] has an unknown field'];
    stage.slack.fault('chat.unfurl', { kind: 'error', error: 'error_processing_metadata', messages }, 1);
    const message = await paste(stage, LINK);
    expect(shownIn(onlyUnfurl(message))).toContain('Quarterly review');
    expect(callsOf(stage, 'chat.unfurl')).toHaveLength(2);
    const [line] = loggedEvents(stage, 'entity-remarks');
    expect(line).toContain(`error_processing_metadata; ${messages[0]}`);
  });

  test('of which Slack takes a part has what Slack says of the rest in the log', async () => {
    const stage = await onStage(ON);
    await types(stage, '700001');
    stage.slack.entityRemarks.push('[WARN] a field was left out');
    const message = await paste(stage, LINK);
    expect(shownIn(onlyUnfurl(message))).toContain('Quarterly review');
    expect(callsOf(stage, 'chat.unfurl')).toHaveLength(1);
    expect(loggedEvents(stage, 'entity-remarks')[0]).toContain('"reason":"[WARN] a field was left out"');
  });

  test('beside nine others has as many Work Objects as fit, and every preview', async () => {
    const stage = await onStage(ON);
    const serials = Array.from({ length: 10 }, (_, nth) => 820_000 + nth);
    for (const serial of serials) {
      stage.conference.meetings.put(plainMeeting(serial, { title: '全'.repeat(400) }));
      await types(stage, String(serial));
    }
    const message = await paste(stage, serials.map((serial) => linkOf(String(serial))).join(' '));
    expect(message.unfurls.size).toBe(10);
    const [sent] = callsOf(stage, 'chat.unfurl');
    const entities = listAt(fieldsAt(sent?.args ?? {}, 'metadata') ?? {}, 'entities');
    expect(entities.length).toBeGreaterThan(3);
    expect(Buffer.byteLength(JSON.stringify(entities))).toBeLessThanOrEqual(12_200);
  });

  test('that Slack does not unfurl for another reason is left alone, once', async () => {
    const stage = await onStage(ON);
    await types(stage, '700001');
    stage.slack.fault('chat.unfurl', { kind: 'error', error: 'cannot_unfurl_url' }, 1);
    await paste(stage, LINK);
    expect(callsOf(stage, 'chat.unfurl')).toHaveLength(1);
    expect(loggedEvents(stage, 'entity-remarks')).toEqual([]);
  });
});

describe('the flexpane', () => {
  test('shows a host what is the host’s', async () => {
    const stage = await onStage(ON);
    const shown = JSON.stringify(await opens(stage, 'U0HAN'));
    expect(shown).toMatch(SECRETS);
    expect(stage.slack.violations).toEqual([]);
  });

  test('shows an attendee what is an attendee’s', async () => {
    const stage = await onStage(ON);
    const shown = labelled(await opens(stage, 'U0LUCY'));
    expect(shown).toMatchObject({
      [en.yourRole]: en.audience.attendee,
      [en.attendeePassword]: '201501990002700001',
    });
    expect(Object.keys(shown)).not.toContain(en.hostPassword);
  });

  test.each(['U0POLLY', 'U0PLAIN'])('shows %s, who is not invited, what all may see', async (userId) => {
    const stage = await onStage(ON);
    const shown = JSON.stringify(await opens(stage, userId));
    expect(shown).toContain('Quarterly review');
    expect(shown).not.toMatch(SECRETS);
  });

  test('is in its reader’s language', async () => {
    const stage = await onStage(ON);
    const polly = stage.slack.people.get('U0POLLY');
    if (polly !== undefined) stage.slack.people.set('U0POLLY', { ...polly, locale: 'zh-CN' });
    expect(Object.keys(labelled(await opens(stage, 'U0POLLY')))).toContain(zh.state);
  });

  test('finds the meeting by the link where Slack gives no number', async () => {
    const stage = await onStage(ON);
    await types(stage, '700001');
    const shown = await opens(stage, 'U0POLLY', { external_ref: undefined });
    expect(JSON.stringify(shown)).toContain('Quarterly review');
  });

  test('says why there is no meeting', async () => {
    const stage = await onStage(ON);
    const shown = await opens(stage, 'U0POLLY', { external_ref: { id: '999999' } });
    expect(shown).toMatchObject({ status: 'custom', custom_message: en.failure['not-found'].what });
  });

  test('of which Slack takes a part, or nothing, has Slack’s words in the log', async () => {
    const stage = await onStage(ON);
    stage.slack.entityRemarks.push('[WARN] a field was left out');
    expect(JSON.stringify(await opens(stage, 'U0POLLY'))).toContain('Quarterly review');
    const messages = ['[ERROR] metadata has an unknown field'];
    stage.slack.fault('entity.presentDetails', { kind: 'error', error: 'invalid_arguments', messages }, 1);
    await opens(stage, 'U0POLLY');
    expect(loggedEvents(stage, 'entity-remarks').map((line) => JSON.parse(line).reason)).toEqual([
      '[WARN] a field was left out',
      messages[0],
    ]);
  });

  test('stays empty for a link that is not a meeting’s, and unless Work Objects are switched on', async () => {
    const stage = await onStage(ON);
    const foreign = { external_ref: undefined, entity_url: 'https://evil.example/x' };
    expect(await opens(stage, 'U0POLLY', foreign)).toEqual({});
    expect(await opens(await onStage(), 'U0POLLY')).toEqual({});
  });
});

describe('the metadata of a message', () => {
  const view = viewFor(decoded({ title: '全'.repeat(5000) }), nobody, {
    kind: 'shared',
    reach: 'company',
    showsAttendeePassword: false,
    visibility: 'everyone',
    zone: 'meeting',
  });
  const options = { words: en, now: second(1_924_914_600), url: LINK };

  test('is dropped from the end where it is too large together', () => {
    const one = unfurledObject(view, options);
    const many = Array.from({ length: 50 }, () => one);
    const kept = withinMetadata(many);
    expect(kept.length).toBeGreaterThan(3);
    expect(kept.length).toBeLessThan(50);
    expect(Buffer.byteLength(JSON.stringify(kept))).toBeLessThanOrEqual(12_200);
  });

  test('has no entity that is too large by itself', () => {
    const one = unfurledObject(view, options);
    const large: EntityMetadata = { ...one, url: `${LINK}?${'x'.repeat(5000)}` };
    expect(withinMetadata([large, one])).toEqual([one]);
  });

  test('never has an entity in a private view: that is for the flexpane, without the link of a message', () => {
    expect(workObject(viewFor(decoded(), nobody, PRIVATE), options)).not.toHaveProperty('app_unfurl_url');
  });
});
