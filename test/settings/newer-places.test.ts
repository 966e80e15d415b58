import { describe, expect, test } from 'vitest';
import { listPath } from '../../sandbox/conference/endpoints.ts';
import { meeting } from '../../sandbox/conference/meetings.ts';
import { toJson } from '../../sandbox/conference/wire.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import type { StoredMessage } from '../../sandbox/slack/state/surfaces.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { labelled, opensFlexpane } from '../support/flexpane.ts';
import { changes, linkOf, shares, showsSoon } from '../support/following.ts';
import { openedHome } from '../support/home.ts';
import { asksForDetails, callsOf, choose, onlyUnfurl, paste, topModal } from '../support/interactions.ts';
import { lastEphemeral, onStage, types } from '../support/on-stage.ts';
import { labelsIn, optionsIn, shownIn, spokenIn } from '../support/reading.ts';
import { ADMIN, setsForChannel, setsForWorkspace } from '../support/settings.ts';
import type { Stage } from '../support/stage.ts';

const ON = { env: { WORK_OBJECTS: 'true' } };
const TITLE = 'Quarterly review';
const STRANGER = 'U0POLLY';
const HOST = 'U0HAN';
const OPEN = { url: linkOf('700001'), eventId: '700001' };
const ONLY_INVITED = 'Only people who are invited';
const LONDON = { cardZone: 'Europe/London' };

const typesOf = ({ blocks }: Pick<StoredMessage, 'blocks'>) => blocks.map(({ type }) => type);
const choicesIn = (surface: unknown) => optionsIn(surface).map((value) => value.split('/')[0]);

async function invitedStage(env: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const stage = await onStage({ env: { WORK_OBJECTS: 'true', CARD_CHECK_SECONDS: '60', ...env } });
  await setsForWorkspace(stage, { visibility: 'invited' });
  return stage;
}

/** The conference service lists these for whomever it is asked. */
function lists(stage: Stage, ...result: readonly ReturnType<typeof meeting>[]): void {
  const body = toJson({ status: 0, result });
  stage.conference.fault({ kind: 'raw', body }, Number.POSITIVE_INFINITY, listPath);
}

describe('where only invited people see meetings', () => {
  test('the Work Object of a link says that the meeting exists, when, whom to ask, and no more', async () => {
    const stage = await invitedStage();
    await paste(stage, OPEN.url, { userId: HOST });
    const object = stage.slack.entities.get(OPEN.url) ?? {};
    expect(object).toMatchObject({
      entity_payload: { attributes: { title: { text: 'Meeting 700001' } } },
    });
    expect(Object.keys(labelled(object))).toEqual([en.state, en.starts, en.ends, en.host, en.details]);
    expect(labelled(object)[en.details]).toContain(ONLY_INVITED);
    expect(JSON.stringify(object)).not.toMatch(/Quarterly review|"actions"/);
    expect(stage.slack.violations).toEqual([]);
  });

  test('its flexpane shows the host everything, and who is not invited no more than that', async () => {
    const stage = await invitedStage();
    expect(JSON.stringify(await opensFlexpane(stage, HOST, OPEN))).toContain(TITLE);
    for (const userId of [STRANGER, 'U0PLAIN']) {
      const shown = JSON.stringify(await opensFlexpane(stage, userId, OPEN));
      expect(shown).toContain(ONLY_INVITED);
      expect(shown).not.toContain(TITLE);
    }
    expect(stage.slack.violations).toEqual([]);
  });

  test('a flexpane opened below a preview from before shows no more either', async () => {
    const stage = await onStage(ON);
    await paste(stage, OPEN.url);
    expect(JSON.stringify(await opensFlexpane(stage, STRANGER, OPEN))).toContain(TITLE);
    await setsForWorkspace(stage, { visibility: 'invited' });
    expect(JSON.stringify(await opensFlexpane(stage, STRANGER, OPEN))).not.toContain(TITLE);
  });

  test('words find a person’s own meeting, and not one that their list has though they are not invited', async () => {
    const stage = await invitedStage();
    stage.slack.people.set('U0ZED', person({ id: 'U0ZED', email: 'meimei.han@example.com' }));
    expect((await types(stage, 'quarterly', { userId: 'U0ZED' })).shown).toContain(TITLE);
    lists(stage, meeting({ status: 1 }));
    const { shown } = await types(stage, 'quarterly', { userId: STRANGER });
    expect(shown).toContain(en.noneWithWords);
    expect(shown).not.toContain(TITLE);
  });

  test('a row of the Home tab is folded under the number of a meeting to which its reader is not invited', async () => {
    const stage = await invitedStage();
    lists(stage, meeting({ status: 1 }));
    const home = await openedHome(stage, STRANGER);
    const [row] = home.blocks.filter(({ type }) => type === 'container');
    expect(row).toMatchObject({ title: { text: 'Meeting 700001' } });
    expect(JSON.stringify(home)).not.toMatch(/Quarterly review|qsh1/);
    expect(stage.slack.violations).toEqual([]);
  });

  test('a card in a channel is short as it is, so it is not folded, and its sharer can still refresh and remove it', async () => {
    const stage = await invitedStage();
    const card = await shares(stage, '700001', { userId: HOST });
    expect(typesOf(card)).not.toContain('container');
    expect(labelsIn(card)).toEqual([en.details, en.myAccess].map(expectEither));
    expect(choicesIn(card)).toEqual(['refresh', 'remove']);
    await choose(stage, card, 'refresh', { userId: HOST });
    expect(shownIn(card)).not.toContain(TITLE);
    await choose(stage, card, 'remove', { userId: HOST });
    expect(stage.slack.channels.get('C0TEAM')?.messages).toEqual([]);
  });

  test('a folded card of before loses its fold with what is for invited people', async () => {
    const stage = await onStage({ env: { CARD_CHECK_SECONDS: '60' } });
    const card = await shares(stage, '700001', { userId: HOST });
    expect(typesOf(card)).toContain('container');
    await setsForWorkspace(stage, { visibility: 'invited' });
    stage.advance(61);
    await showsSoon(stage, () => card, ONLY_INVITED);
    expect(typesOf(card)).not.toContain('container');
    expect(JSON.stringify(card)).not.toContain(TITLE);
  });

  test('a full preview has no menu, since there is nothing behind it that is for all', async () => {
    const stage = await invitedStage();
    await setsForWorkspace(stage, { linkPreviews: 'full' });
    const preview = onlyUnfurl(await paste(stage, OPEN.url));
    expect(labelsIn(preview)).toEqual([en.details, en.myAccess]);
    expect(optionsIn(preview)).toEqual([]);
    expect(shownIn(preview)).toContain(ONLY_INVITED);
  });

  test('a modal says in an alert that the meeting is cancelled', async () => {
    const stage = await invitedStage();
    await asksForDetails(stage, 'meeting 700003', { userId: STRANGER });
    const alerts = topModal(stage, STRANGER).blocks.filter(({ type }) => type === 'alert');
    expect(alerts).toMatchObject([{ level: 'error', text: { text: en.meetingCancelled } }]);
  });

  test('a meeting without a start has a card, a preview and a Work Object that say so', async () => {
    const stage = await invitedStage();
    stage.conference.meetings.put(meeting({ startTime: null, status: 1 }));
    const { shown, spoken } = await types(stage, '700001', { userId: STRANGER });
    expect(shown).toContain(`*${en.scheduled}*\n*${en.when}*\n${en.timeNotGiven}`);
    expect(shown).not.toContain(en.yourTime);
    expect(spoken).toContain(en.timeNotGiven);
    expect(choicesIn(lastEphemeral(stage))).toEqual(['refresh']);
    expect(shownIn(onlyUnfurl(await paste(stage, OPEN.url)))).toContain(
      `${en.scheduled}\n${en.timeNotGiven}`,
    );
    expect(labelled(stage.slack.entities.get(OPEN.url) ?? {})).toMatchObject({
      [en.starts]: en.timeNotGiven,
    });
    const card = await shares(stage, '700001', { userId: HOST });
    expect(spokenIn(card)).toContain(en.timeNotGiven);
    changes(stage, '700001', { startTime: 1_925_000_000, endTime: 1_925_003_600 });
    stage.advance(120);
    await showsSoon(stage, () => card, 'Wed, Jan 1, 2031');
    expect(stage.slack.violations).toEqual([]);
  });
});

const expectEither = (label: string): unknown => expect.stringContaining(label);

describe('confidential meetings that are never shown in channels', () => {
  const confidentialStage = async (): Promise<Stage> => {
    const stage = await onStage(ON);
    changes(stage, '700002', { confNodeType: 0 });
    await setsForWorkspace(stage, { confidential: 'private' });
    return stage;
  };

  test('have no Work Object below their link, and others have', async () => {
    const stage = await confidentialStage();
    await paste(stage, `${linkOf('700002')} ${OPEN.url}`);
    expect([...stage.slack.entities.keys()]).toEqual([OPEN.url]);
    expect(JSON.stringify(callsOf(stage, 'chat.unfurl'))).not.toContain('Design review');
  });

  test('are shown in a flexpane, which one person sees', async () => {
    const stage = await confidentialStage();
    const opened = { url: linkOf('700002'), eventId: '700002' };
    expect(JSON.stringify(await opensFlexpane(stage, STRANGER, opened))).toContain('Design review');
  });
});

describe('a Work Object', () => {
  test.each(['full', 'compact'])('stands beside a preview that is %s', async (linkPreviews) => {
    const stage = await onStage(ON);
    await setsForWorkspace(stage, { linkPreviews });
    await paste(stage, OPEN.url);
    expect([...stage.slack.entities.keys()]).toEqual([OPEN.url]);
    expect(stage.slack.violations).toEqual([]);
  });

  test('does not appear where previews are off, in the workspace or in a channel', async () => {
    const stage = await onStage(ON);
    await setsForWorkspace(stage, { linkPreviews: 'off' });
    await paste(stage, OPEN.url);
    await setsForWorkspace(stage, { linkPreviews: 'compact' });
    await setsForChannel(stage, { linkPreviews: 'off' }, { channelId: 'C0NOBOT' });
    await paste(stage, OPEN.url, { channelId: 'C0NOBOT' });
    expect(stage.slack.entities.size).toBe(0);
    expect(callsOf(stage, 'chat.unfurl')).toEqual([]);
  });

  test('is in the language of the channel, and its flexpane in that of its reader', async () => {
    const stage = await onStage(ON);
    await setsForChannel(stage, { locale: 'zh-CN' });
    await paste(stage, OPEN.url);
    expect(Object.keys(labelled(stage.slack.entities.get(OPEN.url) ?? {}))).toContain(zh.state);
    expect(Object.keys(labelled(await opensFlexpane(stage, STRANGER, OPEN)))).toContain(en.state);
  });
});

describe('in a workspace with a zone of its own', () => {
  test('a preview has the meeting’s time in that zone, without a day of its own', async () => {
    const stage = await onStage();
    await setsForWorkspace(stage, { cardZone: 'America/Los_Angeles' });
    const line = shownIn(onlyUnfurl(await paste(stage, linkOf('700002')))).split('\n')[1];
    expect(line).toMatch(/\* your time · 18:00 – 18:45 Los Angeles/);
  });

  test('a card in a channel says both clocks, and a card for one person in the meeting’s zone one', async () => {
    const stage = await onStage();
    await setsForWorkspace(stage, LONDON);
    const card = shownIn(await shares(stage, '700002'));
    expect(card).toContain('02:00 – 02:45* London (GMT+0)');
    expect(card).toContain(`*${en.yourTime}*`);
    const own = stage.slack.people.get(ADMIN);
    if (own !== undefined) stage.slack.people.set(ADMIN, { ...own, tz: 'Asia/Shanghai' });
    stage.advance(3700);
    const { shown } = await types(stage, '700002', { userId: ADMIN });
    expect(shown).toContain('10:00 – 10:45* Shanghai (GMT+8)');
    expect(shown).not.toContain(en.yourTime);
  });

  test('a meeting without a start has a card and a preview, and the zone once the start is given', async () => {
    const stage = await onStage({ env: { CARD_CHECK_SECONDS: '60' } });
    await setsForWorkspace(stage, LONDON);
    stage.conference.meetings.put(meeting({ startTime: null, status: 1 }));
    const card = await shares(stage, '700001');
    const message = await paste(stage, OPEN.url);
    for (const shown of [card, onlyUnfurl(message)]) expect(shownIn(shown)).toContain(en.timeNotGiven);
    changes(stage, '700001', { startTime: 1_925_000_000, endTime: 1_925_003_600 });
    stage.advance(120);
    await showsSoon(stage, () => card, 'London (GMT+0)');
    await showsSoon(stage, () => onlyUnfurl(message), 'London (GMT+0)');
    expect(stage.slack.violations).toEqual([]);
  });
});
