import * as v from 'valibot';
import type { Brand } from '../../core/brand.ts';

export type SlackUserId = Brand<string, 'SlackUserId'>;
export type TeamId = Brand<string, 'TeamId'>;

const isUserId = (id: string): id is SlackUserId => /^[UW][A-Z0-9]{1,30}$/.test(id);
const isTeamId = (id: string): id is TeamId => /^[TE][A-Z0-9]{1,30}$/.test(id);

/** Ids are opaque but for their first letter: `U` or `W` a user, `T` a workspace, `E` an Enterprise organisation. */
export const slackUserId = v.pipe(v.string(), v.guard(isUserId));
export const teamId = v.pipe(v.string(), v.guard(isTeamId));

const RESPONSE_URL_MAX = 1000;

/**
 * Where an answer can be sent for half an hour, five times, whether or not the app is in the channel. That it leads to Slack is for
 * `replySender` to see, which nothing passes by.
 */
export const responseUrl = v.pipe(v.string(), v.maxLength(RESPONSE_URL_MAX), v.regex(/^https?:\/\/\S+$/));
