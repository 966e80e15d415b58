/** The ids that Slack sends back when something on a card is pressed. */
export const ACTION = {
  join: 'meeting_join',
  joinInBrowser: 'meeting_join_browser',
  joinAsHost: 'meeting_join_host',
  joinAsCoHost: 'meeting_join_co_host',
  share: 'meeting_share',
  confirmShare: 'meeting_share_confirm',
  cancelShare: 'meeting_share_cancel',
  refresh: 'meeting_refresh',
  access: 'meeting_access',
  details: 'meeting_details',
  postInThread: 'meeting_post_in_thread',
  confirmPost: 'meeting_post_confirm',
  find: 'meeting_find',
  homeRefresh: 'meeting_home_refresh',
  homeClear: 'meeting_home_clear',
  peoplePage: 'meeting_people_page',
  peoplePageBack: 'meeting_people_page_back',
  more: 'meeting_more',
  remind5: 'meeting_remind_5',
  remind10: 'meeting_remind_10',
  remind30: 'meeting_remind_30',
  remind60: 'meeting_remind_60',
  remindUndo: 'meeting_remind_undo',
  settings: 'meeting_settings',
  account: 'meeting_account',
  accountRemove: 'meeting_account_remove',
} as const;

/** The ids of buttons that cards had before these moved into their menu. Such cards stand in channels for years. */
export const OLDER_ACTION = { people: 'meeting_people', calendar: 'meeting_calendar' } as const;
