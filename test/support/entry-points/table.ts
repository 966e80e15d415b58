import { appUninstalled } from '../../../sandbox/slack/payloads/app-uninstalled.ts';
import { tokensRevoked } from '../../../sandbox/slack/payloads/tokens-revoked.ts';
import type { ACTION, OLDER_ACTION } from '../../../src/cards/action-ids.ts';
import { en } from '../../../src/cards/words/en/index.ts';
import type { ReminderMinutes } from '../../../src/core/reminder.ts';
import { shares } from '../following.ts';
import { openedHome } from '../home.ts';
import {
  asksForDetails,
  choose,
  done,
  modalShown,
  onlyUnfurl,
  paste,
  press,
  topModal,
} from '../interactions.ts';
import { lastEphemeral, types } from '../on-stage.ts';
import { shownIn } from '../reading.ts';
import { asksToBeReminded } from '../reminders.ts';
import { makesAdmin } from '../settings.ts';
import {
  type Act,
  channel,
  confirmedPost,
  ephemeral,
  event,
  findingAtHome,
  followed,
  inMenu,
  LINK,
  LUCY,
  modal,
  NAME,
  onAccess,
  onCard,
  onHome,
  onModal,
  onOlderCard,
  onQuestion,
  onUnfurl,
  page,
  replaced,
  sending,
  sharedOutside,
  typing,
  unoffered,
} from './acts.ts';

/** An entry point, what is done there, and a part of what is then seen. */
type EntryPoint = readonly [name: string, act: Act, seen: string];

export const COMMANDS: readonly EntryPoint[] = [
  ['/meeting with a number', typing('700002'), NAME],
  ['/meeting share', async (stage) => JSON.stringify(await shares(stage, '700002')), NAME],
  ['/meeting today', typing('today'), en.today],
  ['/meeting help', typing('help'), '/meeting 649128'],
  ['/meeting alone', typing(''), '/meeting 649128'],
  ['/meeting with an invitation', typing('会议号：700 002'), en.understood(en.meetingNumber('700002'))],
  ['/meeting with words', typing('nonsense'), en.noneWithWords],
  ['/meeting with an unknown number', typing('999999'), en.failure['not-found'].what],
];

export const SHORTCUTS: readonly EntryPoint[] = [
  [
    'Show meeting details on a message',
    async (stage) => {
      await asksForDetails(stage, 'meeting 700002', { userId: LUCY });
      return modalShown(stage, LUCY);
    },
    NAME,
  ],
  [
    'Find a meeting',
    async (stage) => {
      await done(stage, () => stage.slack.globalShortcut({ appUrl: stage.appUrl, userId: LUCY }));
      return JSON.stringify(topModal(stage, LUCY).blocks);
    },
    en.findHint,
  ],
  ['the find form', sending('700002'), NAME],
  ['the find form, filled in wrongly', sending('words'), en.noneWithWords],
  ['the find form, with an unknown number', sending('999999'), en.failure['not-found'].what],
];

const remindedBefore = (minutes: ReminderMinutes): readonly EntryPoint[] => [
  [
    `Remind me ${minutes} minutes before`,
    async (stage) => asksToBeReminded(stage, '700002', minutes, LUCY),
    en.reminderSet(minutes * 60),
  ],
];
const reminded = {
  meeting_remind_5: remindedBefore(5),
  meeting_remind_10: remindedBefore(10),
  meeting_remind_30: remindedBefore(30),
  meeting_remind_60: remindedBefore(60),
};

/** By action id, so that a button that is missing here does not compile. */
const BY_ACTION_ID: {
  readonly [Id in
    | (typeof ACTION)[keyof typeof ACTION]
    | (typeof OLDER_ACTION)[keyof typeof OLDER_ACTION]]: readonly EntryPoint[];
} = {
  meeting_join: [['Join', onCard('meeting_join', followed), 'meeting_join']],
  meeting_join_browser: [
    ['Join in browser', onCard('meeting_join_browser', followed, '700001'), 'meeting_join_browser'],
  ],
  meeting_join_host: [['Start as host', onAccess('meeting_join_host', 'U0HAN'), 'meeting_join_host']],
  meeting_join_co_host: [
    ['Join as co-host', onAccess('meeting_join_co_host', 'U0LI'), 'meeting_join_co_host'],
  ],
  meeting_share: [['Share', onCard('meeting_share', channel), NAME]],
  meeting_share_confirm: [['Share, confirmed', onQuestion('meeting_share_confirm', sharedOutside), NAME]],
  meeting_share_cancel: [['Share, cancelled', onQuestion('meeting_share_cancel', sharedOutside), '']],
  meeting_refresh: [
    [
      'Try again',
      async (stage) => {
        stage.conference.fault({ kind: 'http', status: 500 });
        await types(stage, '700002', { userId: LUCY });
        await press(stage, lastEphemeral(stage), 'meeting_refresh');
        return replaced(stage);
      },
      '"replace_original":true',
    ],
  ],
  meeting_access: [
    ['My access', onCard('meeting_access', ephemeral), 'You are an attendee of'],
    ['My access on a preview', onUnfurl('meeting_access', ephemeral), 'You are an attendee of'],
  ],
  meeting_post_in_thread: [['Post in thread', onModal('meeting_post_in_thread', modal), en.postedInThread]],
  meeting_post_confirm: [['Post in thread, confirmed', confirmedPost, en.postedInThread]],
  meeting_details: [
    ['Details of one of several', onModal('meeting_details', modal, 'meeting 700002 meeting 700009'), NAME],
    ['Details on a preview', onUnfurl('meeting_details', modal), NAME],
  ],
  meeting_people_page: [['Next', page('meeting_people_page'), 'page 2 of 75']],
  meeting_people_page_back: [
    ['Previous', page('meeting_people_page', 'meeting_people_page_back'), 'page 1 of 75'],
  ],
  meeting_more: [
    [
      'Remove this card',
      async (stage) => {
        const card = await shares(stage, '700002', { userId: LUCY });
        await choose(stage, card, 'remove', { userId: LUCY });
        return String(stage.slack.channels.get(card.channelId)?.messages.includes(card));
      },
      'false',
    ],
    ['People', inMenu('people', modal), 'people'],
    ['Add to calendar', inMenu('calendar', ephemeral), en.calendarSent],
    ['Refresh', inMenu('refresh', replaced), '"replace_original":true'],
    ['Remind me', inMenu('remind', ephemeral), en.whenToRemind],
  ],
  ...reminded,
  meeting_remind_undo: [
    [
      'Undo of a reminder',
      async (stage) => {
        await asksToBeReminded(stage, '700002', 10, LUCY);
        await press(stage, lastEphemeral(stage), 'meeting_remind_undo', { userId: LUCY });
        return shownIn(lastEphemeral(stage));
      },
      en.reminderUndone,
    ],
  ],
  meeting_settings: [
    [
      'Open settings',
      async (stage) => {
        makesAdmin(stage, LUCY);
        await press(stage, await openedHome(stage, LUCY), 'meeting_settings');
        return modalShown(stage, LUCY);
      },
      en.settingsIntro.workspace,
    ],
  ],
  meeting_account: [
    [
      'Connect an account, where the environment gives the only one',
      unoffered('meeting_account'),
      en.settings,
    ],
  ],
  meeting_account_remove: [
    [
      'Disconnect the account, where the environment gives the only one',
      unoffered('meeting_account_remove'),
      en.settings,
    ],
  ],
  meeting_find: [['the find field of the Home tab', findingAtHome, NAME]],
  meeting_people: [
    [
      'People, on a card of an older version',
      onOlderCard('meeting_people', { value: '700002' }, modal),
      '2 people',
    ],
  ],
  meeting_calendar: [
    [
      'Add to calendar, on a card of an older version',
      onOlderCard('meeting_calendar', { value: '700002' }, ephemeral),
      en.calendarSent,
    ],
    [
      'Add to calendar, on a card of an older version that has a link',
      onOlderCard('meeting_calendar', { url: 'https://cards.example/calendar' }, followed),
      'meeting_calendar',
    ],
  ],
  meeting_home_refresh: [['Refresh on the Home tab', onHome('meeting_home_refresh'), NAME]],
  meeting_home_clear: [['Clear on the Home tab', onHome('meeting_home_clear'), en.nothingRecent]],
};

export const BUTTONS: readonly EntryPoint[] = Object.values(BY_ACTION_ID).flat();

export const EVENTS: readonly EntryPoint[] = [
  ['app_home_opened', async (stage) => shownIn(await openedHome(stage, LUCY)), en.recentlyLookedUp],
  [
    'link_shared, of a message that was sent',
    async (stage) => {
      await types(stage, '700002');
      return shownIn(onlyUnfurl(await paste(stage, LINK)));
    },
    NAME,
  ],
  [
    'link_shared, of a message that is being typed',
    async (stage) => {
      await types(stage, '700002');
      const { slack, appUrl } = stage;
      const { unfurlId } = await done(stage, () => slack.typeLinks({ appUrl, urls: [LINK] }));
      return (slack.drafts.get(unfurlId) ?? []).map(shownIn).join('\n');
    },
    NAME,
  ],
  ['app_uninstalled', event(appUninstalled), "status 200, body '', 0 calls"],
  ['tokens_revoked', event(tokensRevoked), "status 200, body '', 0 calls"],
];
