import { type Answer, courier, failureOf } from '../../../sandbox/slack/deliver/courier.ts';
import type { SampleSlack } from '../../../sandbox/slack/sample-slack.ts';
import type { Action, Actions } from '../action.ts';
import type { Faults } from './faults.ts';
import type { MeetingChanges } from './meeting-changes.ts';
import { pressInView } from './press-in-view.ts';
import { push } from './push.ts';
import { isUnfurled, say } from './say.ts';
import { personOf } from './snapshot-of.ts';
import { messageAt, surfaceAt, unfurlAt } from './surface-at.ts';

const GONE = 'That is not there any more.';
const UNANSWERED = 'The app did not answer this in time.';

interface ActionsParts {
  readonly slack: SampleSlack;
  readonly appUrl: string;
  readonly pushUrl: string | undefined;
  readonly faults: Faults;
  readonly meetings: MeetingChanges;
  /** The unfurl id of what each person is typing. */
  readonly drafts: Map<string, string>;
}

/** Does what the page asks, as the person it names. Resolves with a sentence for them if something is wrong. */
export function actions({ slack, appUrl, pushUrl, faults, meetings, drafts }: ActionsParts) {
  const post = courier(slack.signingSecret, slack.now);

  return async (action: Action): Promise<string | undefined> => {
    if ('as' in action && personOf(action.as) === undefined) return GONE;
    switch (action.do) {
      case 'say':
        drafts.delete(action.as);
        return say(slack, appUrl, action);
      case 'type-links':
        return typeLinks(action);
      case 'press':
        return press(action);
      case 'submit':
        return submit(action);
      case 'close': {
        const view = slack.views.get(action.viewId);
        if (view?.userId === action.as) await slack.closeView({ appUrl, view, all: action.all });
        return undefined;
      }
      case 'meeting-details': {
        const message = messageAt(slack, action, action.as);
        return message === undefined
          ? GONE
          : said(await slack.messageShortcut({ appUrl, message, userId: action.as }));
      }
      case 'find-meeting':
        return said(await slack.globalShortcut({ appUrl, userId: action.as }));
      case 'open-home':
        return said(await slack.openHome({ appUrl, userId: action.as }));
      case 'open-flexpane': {
        const unfurl = unfurlAt(slack, action.on, action.as);
        return unfurl === undefined || !slack.entities.has(unfurl.url)
          ? GONE
          : said(await slack.openFlexpane({ appUrl, unfurl, userId: action.as }));
      }
      case 'close-flexpane':
        return void slack.flexpanes.delete(action.as);
      case 'conference':
        return void faults.conference(action.is);
      case 'meeting':
        return changeMeeting(action);
      case 'redis':
        return faults.redis(action.is);
    }
  };

  async function changeMeeting(changed: Actions<'meeting'>): Promise<string | undefined> {
    const amiss = meetings.change(changed.eventId, changed.change);
    return amiss !== undefined || pushUrl === undefined ? amiss : push(pushUrl, changed, slack.now());
  }

  async function typeLinks({ as: userId, urls }: Actions<'type-links'>): Promise<undefined> {
    const known = urls.filter(isUnfurled);
    drafts.delete(userId);
    if (known.length === 0) return;
    const { unfurlId } = await slack.typeLinks({ appUrl, urls: known, userId });
    drafts.set(userId, unfurlId);
  }

  async function press({
    as: userId,
    on,
    actionId,
    ...given
  }: Actions<'press'>): Promise<string | undefined> {
    const surface = surfaceAt(slack, on, userId);
    if (surface === undefined) return GONE;
    const { value, option, filled = {} } = given;
    if (surface.kind === 'modal' || surface.kind === 'home')
      return said(await pressInView(slack, post, { appUrl, view: surface, actionId, value, option, filled }));
    const which = { ...(value === undefined ? {} : { value }), ...(option === undefined ? {} : { option }) };
    return said(await slack.click({ appUrl, surface, actionId, userId, ...which }));
  }

  async function submit({ as: userId, viewId, filled }: Actions<'submit'>): Promise<string | undefined> {
    const view = slack.views.get(viewId);
    if (view?.userId !== userId) return GONE;
    return said(await slack.submitView({ appUrl, view, values: filled }));
  }
}

function said(answer: Answer): string | undefined {
  return failureOf(answer) === undefined ? undefined : UNANSWERED;
}
