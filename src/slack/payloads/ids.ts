import * as v from 'valibot';
import { isSlackUserId, isTeamId } from '../../core/person.ts';

/** Ids are opaque but for their first letter: `U` or `W` a user, `T` a workspace, `E` an Enterprise organisation. */
export const slackUserId = v.pipe(v.string(), v.guard(isSlackUserId));
export const teamId = v.pipe(v.string(), v.guard(isTeamId));

const RESPONSE_URL_MAX = 1000;

/**
 * Where an answer can be sent for half an hour, five times, whether or not the app is in the channel. That it leads to Slack is for
 * `replySender` to see, which nothing passes by.
 */
export const responseUrl = v.pipe(v.string(), v.maxLength(RESPONSE_URL_MAX), v.regex(/^https?:\/\/\S+$/));
