import { linksIn } from '../../../sandbox/slack/api/chat-unfurl.ts';
import { failureOf } from '../../../sandbox/slack/deliver/courier.ts';
import type { SampleSlack } from '../../../sandbox/slack/sample-slack.ts';
import type { Actions } from '../action.ts';

/** The domains in `unfurl_domains` of the app's manifest: of others Slack tells it nothing. */
const UNFURL_DOMAINS = ['qsh1.cn', 'quanshi.com'];

/** What somebody types into the box: the app's command, or a message. Resolves with a sentence if Slack would show one. */
export async function say(
  slack: SampleSlack,
  appUrl: string,
  { as: userId, channelId, text }: Actions<'say'>,
): Promise<string | undefined> {
  if (text.trim() === '') return undefined;
  const [, command, rest = ''] = /^(\/\S+)\s*(.*)$/su.exec(text.trim()) ?? [];
  if (command === undefined) return send(slack, appUrl, { userId, channelId, text });
  if (command !== '/meeting') return `${command} is not a command here; /meeting is.`;
  const answer = await slack.command({ appUrl, text: rest, userId, channelId });
  const failure = failureOf(answer);
  return failure && `${command} failed with the error “${failure}”`;
}

async function send(
  slack: SampleSlack,
  appUrl: string,
  said: { readonly userId: string; readonly channelId: string; readonly text: string },
): Promise<string | undefined> {
  const text = said.text.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const message = slack.say({ ...said, text });
  if (linksIn(message.text).some(isUnfurled)) await slack.shareLinks({ appUrl, message });
  return undefined;
}

/** Whether Slack tells the app of a link. */
export function isUnfurled(url: string): boolean {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return UNFURL_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
