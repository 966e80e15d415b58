import { ACTION } from '../cards/action-ids.ts';
import type { OutcomeAt } from '../ops/labels.ts';
import { access } from './listeners/actions/access.ts';
import type { ActionListener } from './listeners/actions/action-listener.ts';
import { addToCalendar } from './listeners/actions/calendar.ts';
import { followed, refresh, share } from './listeners/actions/card.ts';
import { details, findFromHome } from './listeners/actions/details.ts';
import { people, turnPeoplePage } from './listeners/actions/people.ts';
import { postInThread } from './listeners/actions/post-in-thread.ts';
import { homeClear, homeRefresh } from './listeners/events/app-home-opened.ts';
import { meetingDetailsShortcut } from './listeners/shortcuts/meeting-details.ts';
import { findShortcut } from './listeners/views/find-form.ts';

/** The slash commands that the app answers, as the manifest declares them. */
export const COMMANDS = ['/meeting'] as const;

/** The shortcuts by their callback ids, as the manifest declares them. */
export const SHORTCUTS = { meeting_details: meetingDetailsShortcut, find_meeting: findShortcut } as const;

/** The events that the app subscribes to, as the manifest declares them. */
export const EVENTS = ['link_shared', 'app_home_opened', 'app_uninstalled', 'tokens_revoked'] as const;

type ActionId = (typeof ACTION)[keyof typeof ACTION];

/** What each button does; a table, since every listener registered with Bolt costs each request (perf.md, "What Bolt's parts cost"). */
export const ACTIONS: { readonly [Id in ActionId]: ActionListener<OutcomeAt<Id>> } = {
  [ACTION.join]: followed,
  [ACTION.joinInBrowser]: followed,
  [ACTION.joinAsHost]: followed,
  [ACTION.joinAsCoHost]: followed,
  [ACTION.share]: share,
  [ACTION.refresh]: refresh,
  [ACTION.access]: access,
  [ACTION.details]: details,
  [ACTION.calendar]: addToCalendar,
  [ACTION.postInThread]: postInThread,
  [ACTION.find]: findFromHome,
  [ACTION.homeRefresh]: homeRefresh,
  [ACTION.homeClear]: homeClear,
  [ACTION.people]: people,
  [ACTION.peoplePage]: turnPeoplePage,
  [ACTION.peoplePageBack]: turnPeoplePage,
};

export function isActionId(id: string): id is ActionId {
  return Object.hasOwn(ACTIONS, id);
}
