import * as v from 'valibot';
import { isChannelId } from '../../core/channel.ts';
import { isSlackUserId, isTeamId } from '../../core/person.ts';

/** Ids are opaque but for their first letter: `U` or `W` a user, `T` a workspace, `E` an Enterprise organisation. */
export const slackUserId = v.pipe(v.string(), v.guard(isSlackUserId));
export const teamId = v.pipe(v.string(), v.guard(isTeamId));
export const channelId = v.pipe(v.string(), v.guard(isChannelId));

const RESPONSE_URL_MAX = 1000;

/**
 * Where an answer can be sent for half an hour, five times, whether or not the app is in the channel. Whether it leads to Slack is checked
 * by `replySender`, which sends every such answer.
 */
export const responseUrl = v.pipe(v.string(), v.maxLength(RESPONSE_URL_MAX), v.regex(/^https?:\/\/\S+$/));
