/** The ids that Slack sends back when something on a card is pressed (design.md, "Names of Slack things"). */
export const ACTION = {
  join: 'meeting_join',
  joinInBrowser: 'meeting_join_browser',
  share: 'meeting_share',
  refresh: 'meeting_refresh',
} as const;
