/** The ids that Slack sends back when something on a card is pressed. */
export const ACTION = {
  join: 'meeting_join',
  joinInBrowser: 'meeting_join_browser',
  joinAsHost: 'meeting_join_host',
  joinAsCoHost: 'meeting_join_co_host',
  share: 'meeting_share',
  refresh: 'meeting_refresh',
  access: 'meeting_access',
  details: 'meeting_details',
  calendar: 'meeting_calendar',
  postInThread: 'meeting_post_in_thread',
  find: 'meeting_find',
  homeRefresh: 'meeting_home_refresh',
  homeClear: 'meeting_home_clear',
  people: 'meeting_people',
  peoplePage: 'meeting_people_page',
  peoplePageBack: 'meeting_people_page_back',
} as const;
