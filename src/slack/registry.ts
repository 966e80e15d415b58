import { ACCOUNT_FORM } from '../cards/account-form.ts';
import { ACTION, OLDER_ACTION } from '../cards/action-ids.ts';
import { FIND_FORM } from '../cards/find-form.ts';
import { SETTINGS_FORM } from '../cards/settings-form.ts';
import type { RequestKind } from '../ops/labels.ts';
import type { InstallationListener, Listener, RequestListener } from './listener.ts';
import { access } from './listeners/actions/access.ts';
import { account } from './listeners/actions/account.ts';
import { accountRemove } from './listeners/actions/account-remove.ts';
import { sendCalendarFile } from './listeners/actions/calendar.ts';
import { cancelShare } from './listeners/actions/cancel-share.ts';
import { details } from './listeners/actions/details.ts';
import { findFromHome } from './listeners/actions/find-from-home.ts';
import { followed } from './listeners/actions/followed.ts';
import { homeClear } from './listeners/actions/home-clear.ts';
import { homeRefresh } from './listeners/actions/home-refresh.ts';
import { more } from './listeners/actions/more.ts';
import { olderButton } from './listeners/actions/older-button.ts';
import { showPeople } from './listeners/actions/people.ts';
import { peoplePage } from './listeners/actions/people-page.ts';
import { confirmPost, postInThread } from './listeners/actions/post-in-thread.ts';
import { refresh } from './listeners/actions/refresh.ts';
import { remindAt } from './listeners/actions/remind.ts';
import { remindUndo } from './listeners/actions/remind-undo.ts';
import { settings } from './listeners/actions/settings.ts';
import { confirmShare, share } from './listeners/actions/share.ts';
import { meetingCommand } from './listeners/commands/meeting.ts';
import { homeOpened } from './listeners/events/app-home-opened.ts';
import { entityDetails } from './listeners/events/entity-details.ts';
import { linkShared } from './listeners/events/link-shared.ts';
import { uninstalled } from './listeners/events/uninstalled.ts';
import { findMeeting } from './listeners/shortcuts/find-meeting.ts';
import { meetingDetails } from './listeners/shortcuts/meeting-details.ts';
import { accountFormSent } from './listeners/views/account-form.ts';
import { findForm } from './listeners/views/find-form.ts';
import { settingsForm } from './listeners/views/settings-form.ts';
import type { Envelope } from './payloads/envelope.ts';

type Entries = Readonly<Record<string, RequestListener>>;

/** The slash commands, as the manifest declares them. */
export const COMMANDS: Entries = { '/meeting': meetingCommand };

/** The shortcuts by their callback ids, as the manifest declares them. */
export const SHORTCUTS: Entries = { meeting_details: meetingDetails, find_meeting: findMeeting };

type ActionId = (typeof ACTION)[keyof typeof ACTION] | (typeof OLDER_ACTION)[keyof typeof OLDER_ACTION];

/** The buttons and fields of cards. */
const ACTIONS: { readonly [Id in ActionId]: RequestListener } = {
  [ACTION.join]: followed,
  [ACTION.joinInBrowser]: followed,
  [ACTION.joinAsHost]: followed,
  [ACTION.joinAsCoHost]: followed,
  [ACTION.share]: share,
  [ACTION.confirmShare]: confirmShare,
  [ACTION.cancelShare]: cancelShare,
  [ACTION.refresh]: refresh,
  [ACTION.access]: access,
  [ACTION.details]: details,
  [ACTION.postInThread]: postInThread,
  [ACTION.confirmPost]: confirmPost,
  [ACTION.find]: findFromHome,
  [ACTION.homeRefresh]: homeRefresh,
  [ACTION.homeClear]: homeClear,
  [ACTION.peoplePage]: peoplePage,
  [ACTION.peoplePageBack]: peoplePage,
  [ACTION.more]: more,
  [ACTION.remind5]: remindAt,
  [ACTION.remind10]: remindAt,
  [ACTION.remind30]: remindAt,
  [ACTION.remind60]: remindAt,
  [ACTION.remindUndo]: remindUndo,
  [ACTION.settings]: settings,
  [ACTION.account]: account,
  [ACTION.accountRemove]: accountRemove,
  [OLDER_ACTION.people]: olderButton('people', showPeople),
  [OLDER_ACTION.calendar]: olderButton('calendar', sendCalendarFile),
};

/** The modals that can be submitted, by their callback ids. */
const VIEWS: Entries = {
  [FIND_FORM.callbackId]: findForm,
  [ACCOUNT_FORM.callbackId]: accountFormSent,
  [SETTINGS_FORM.workspace]: settingsForm('workspace'),
  [SETTINGS_FORM.channel]: settingsForm('channel'),
};

/** What somebody does that Slack tells as an event; with `INSTALLATION_EVENTS`, as the manifest declares them. */
export const EVENTS: Entries = { link_shared: linkShared, app_home_opened: homeOpened };

/** Events that whoever runs the app adds to its manifest with `WORK_OBJECTS` (docs/configuration.md). */
export const OPTIONAL_EVENTS: Entries = { entity_details_requested: entityDetails };

/** What happens to an installation, where no person acts. */
export const INSTALLATION_EVENTS: Readonly<Record<string, InstallationListener>> = {
  app_uninstalled: uninstalled,
  tokens_revoked: uninstalled,
};

const BY_KIND: Readonly<Record<RequestKind, Entries>> = {
  command: COMMANDS,
  shortcut: SHORTCUTS,
  action: ACTIONS,
  view: VIEWS,
  event: { ...EVENTS, ...OPTIONAL_EVENTS },
};

/** The listener of a request, and what it needs to be known. */
export type Entry =
  | { readonly needs: 'actor'; readonly listener: RequestListener }
  | { readonly needs: 'installation'; readonly listener: InstallationListener };

/** Undefined for what the app has no listener for. */
export function listenerFor({ kind, id }: Pick<Envelope, 'kind' | 'id'>): Entry | undefined {
  const listener = ownValue(BY_KIND[kind], id);
  if (listener !== undefined) return { needs: 'actor', listener };
  const ofInstallation = kind === 'event' ? ownValue(INSTALLATION_EVENTS, id) : undefined;
  return ofInstallation && { needs: 'installation', listener: ofInstallation };
}

/** What metrics and the log call an entry. */
export function entryPointOf(id: string, { entryPoint = id }: Pick<Listener<never>, 'entryPoint'>): string {
  return entryPoint;
}

/** Every entry point, and every outcome that it can have. */
export const OUTCOMES: Readonly<Record<string, readonly string[]>> = outcomesOf([
  ...Object.values(BY_KIND).flatMap((entries) => Object.entries(entries)),
  ...Object.entries(INSTALLATION_EVENTS),
]);

function outcomesOf(
  entries: readonly (readonly [string, Pick<Listener<never>, 'entryPoint' | 'outcomes'>])[],
): Record<string, readonly string[]> {
  const known: Record<string, readonly string[]> = { event: ['duplicate'] };
  for (const [id, listener] of entries) {
    const entryPoint = entryPointOf(id, listener);
    known[entryPoint] = [...new Set([...(known[entryPoint] ?? []), ...listener.outcomes])];
  }
  return known;
}

/** Ids come from a payload: `toString` is not one of ours. */
function ownValue<T>(entries: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(entries, id) ? entries[id] : undefined;
}
