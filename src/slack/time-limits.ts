/**
 * Every time limit of a request, in milliseconds. Slack gives a request three seconds: for its acknowledgement
 * (docs.slack.dev, interactivity/implementing-slash-commands), and a trigger opens a modal for as long (surfaces/modals). The sums:
 *
 * - A command is acknowledged after `IN_REPLY` at the latest, with the card or a waiting line. The card needs `PROFILE`, then `RIGHTS`, then
 *   `KNOWN_LIVE`: 2.65 s, before `COMMAND_ANSWER` (2.7 s) replaces it by a timeout. The rest is for the network.
 * - A modal opens after `FIRST_WORDS` and one call of Slack: 300 ms, and 2.5 s (`SLACK_CALL`) at the most. The modal is filled later, without
 *   a limit of Slack's.
 * - A submitted form is acknowledged after `FIRST_WORDS` and `IN_REPLY`: 1.8 s.
 * - Before any listener runs, what was set is read (`tenantSettings`): once a minute, and 150 ms at the most.
 * - What is acknowledged before its listener runs (buttons, shortcuts, events) has no limit of Slack's. Its limits are for the reader.
 */

/** Slack shows an error by then; a request without an acknowledgement is answered with 404. */
export const SLACK_WAITS_MS = 3000;

/** A card, or a command's or a form's answer, that is ready by then is the acknowledgement itself. */
export const IN_REPLY_MS = 1500;

/** By then a command has an answer, whatever the conference service does. What comes later is cached for the next lookup. */
export const COMMAND_ANSWER_MS = 2700;

/** For the reader's profile, before a card is rendered without it: in the default language, and in the public view. */
export const PROFILE_MS = 1200;

/** For the profile where it is what the person asked for: *My access*, the Home tab. */
export const REQUIRED_PROFILE_MS = 2400;

/** For the reader's language, before a modal opens. */
export const FIRST_WORDS_MS = 300;

/** For the reader's language, where an answer needs no lookup. */
export const HELP_WORDS_MS = 500;

/** After `PROFILE_MS`: for a meeting recent enough to prove the reader's rights, before the stored one is shown. */
export const RIGHTS_MS = 1400;

/** For whether people of other companies read a channel, while the meeting is looked up, before a card for it is reduced. */
export const CHANNEL_MS = 1000;

/** For the list of live meetings, as long as it takes to read it from the cache: no card waits for the conference service to give it. */
export const KNOWN_LIVE_MS = 50;

/** For the same, from the conference service, before a card that follows its meeting is refreshed with the number that is known. */
export const LIVE_MS = 1500;

/** For the names of those who are in a meeting, before *People* is shown without them. */
export const PRESENT_NAMES_MS = 1500;

/** For one call of Slack's Web API or of a response URL. */
export const SLACK_CALL_MS = 2500;

/** A stopping process waits for requests in flight before it closes the socket; no acknowledgement is due after that. */
export const DRAIN_MS = 3000;
