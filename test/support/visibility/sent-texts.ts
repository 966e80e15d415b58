import { type Fields, fieldsAt, isFields, listAt, textAt } from '../../../sandbox/slack/fields.ts';
import type { Call } from '../../../sandbox/slack/state/workspace.ts';
import type { Stage } from '../stage.ts';

/** Who can read what left the process: the one person, everybody in a channel, or only those who run the app. */
export type Reader = 'person' | 'channel' | 'operator';

export interface SentText {
  readonly reader: Reader;
  readonly where: string;
  readonly text: string;
}

/** A calendar file is one person's at first, and is then forwarded: it counts as everybody's. */
const READERS: Readonly<Record<string, Reader>> = {
  'chat.unfurl': 'channel',
  'chat.postEphemeral': 'person',
  'views.open': 'person',
  'views.push': 'person',
  'views.update': 'person',
  'views.publish': 'person',
};

/** All that the app handed to Slack: calls, files, posts to response URLs. */
export function sentToSlack({ slack }: Stage): readonly SentText[] {
  return [
    ...slack.calls.map(ofCall),
    ...slack.responses.map(({ body }) => ofMessage('response_url', body)),
    ...[...slack.files.values()].map(({ content, name }) => ({
      reader: 'channel' as const,
      where: name,
      text: String(content),
    })),
  ];
}

/** What everybody reads of the app's own messages in channels at this moment, replaced ones as they are now. */
export function standingInChannels({ slack }: Stage): readonly SentText[] {
  return [...slack.channels.values()]
    .filter(({ kind }) => kind !== 'im')
    .flatMap(({ messages }) => messages)
    .filter(({ userId }) => userId === slack.identity.botUserId)
    .map(({ text, blocks }) => ({
      reader: 'channel',
      where: 'channel',
      text: JSON.stringify([text, blocks]),
    }));
}

/** A message as the answer to a command, or as it goes through a response URL. */
export function ofMessage(where: string, body: unknown): SentText {
  const isShared = isFields(body) && body.response_type === 'in_channel';
  return { reader: isShared ? 'channel' : 'person', where, text: JSON.stringify(body) ?? '' };
}

/** A Work Object names the link that somebody pasted, as a preview does. */
function withoutLink({ url, app_unfurl_url: pasted = url, ...object }: Fields): Fields {
  return url === pasted ? object : { ...object, url };
}

function ofCall({ method, args }: Call): SentText {
  if (method === 'chat.postMessage') {
    const isDirect = textAt(args, 'channel')?.startsWith('D') === true;
    return { reader: isDirect ? 'person' : 'channel', where: method, text: JSON.stringify(args) };
  }
  if (method === 'chat.unfurl') {
    const { unfurls: _byLink, metadata: _named, ...rest } = args;
    const shown = Object.values(fieldsAt(args, 'unfurls') ?? {});
    const objects = listAt(fieldsAt(args, 'metadata') ?? {}, 'entities').map(withoutLink);
    return { reader: 'channel', where: method, text: JSON.stringify([rest, shown, objects]) };
  }
  if (method === 'entity.presentDetails') {
    const shown = fieldsAt(args, 'metadata');
    const text = JSON.stringify(shown === undefined ? args : withoutLink(shown));
    return { reader: 'person', where: method, text };
  }
  return { reader: READERS[method] ?? 'operator', where: method, text: JSON.stringify(args) };
}

/** Which markers this reader found, sorted. */
export function found(
  sent: readonly SentText[],
  markers: readonly string[],
  reader: Reader,
): readonly string[] {
  const texts = [...new Set(sent.filter((text) => text.reader === reader).map(({ text }) => text))];
  return markers.filter((marker) => texts.some((text) => text.includes(marker))).sort();
}
