import { violationsOfEntity } from '../../block-kit/entity.ts';
import { violationsOfUnfurl } from '../../block-kit/unfurl.ts';
import { type Fields, fieldsAt, isFields, listAt, textAt } from '../fields.ts';
import { findMessage } from '../state/channels.ts';
import { type StoredMessage, type Unfurl, withIds } from '../state/surfaces.ts';
import type { Workspace } from '../state/workspace.ts';
import { fail, type Method, ok, type Refused, refusal, refuse } from './reply.ts';

interface Place {
  readonly channelId: string;
  readonly ts: string;
  readonly urls: readonly string[];
  readonly message: StoredMessage | undefined;
  readonly draftId?: string;
}

/**
 * The previews of links in a message, found by `channel` and `ts` or else by `unfurl_id` and `source`; a link that is
 * not in it, letter for letter, is refused. Source: docs.slack.dev/reference/methods/chat.unfurl
 */
export const chatUnfurl: Method = (args, slack) => {
  const place =
    'unfurl_id' in args || 'source' in args ? placeById(args, slack) : placeByMessage(args, slack);
  if ('refused' in place) return place.refused;
  const unfurls = fieldsAt(args, 'unfurls');
  if (unfurls === undefined) return fail('unfurls' in args ? 'invalid_unfurls_format' : 'missing_unfurls');
  if (Object.keys(unfurls).some((url) => !place.urls.includes(url))) return fail('cannot_unfurl_message');
  const found = Object.entries(unfurls).flatMap(([url, content]) =>
    violationsOfUnfurl(content).map((rule) => `${url} ${rule}`),
  );
  const refused = refusal(slack, 'chat.unfurl', found);
  if (refused !== undefined) return refused;
  const entities = listAt(fieldsAt(args, 'metadata') ?? {}, 'entities');
  const wrong = entities.flatMap((one) => violationsOfEntity(one, place.urls));
  const refusedEntities = refusal(slack, 'chat.unfurl', wrong, 'error_processing_metadata');
  if (refusedEntities !== undefined) return refusedEntities;
  for (const one of entities) slack.entities.set(textAt(one, 'app_unfurl_url') ?? '', one);
  for (const [url, content] of Object.entries(unfurls))
    if (isFields(content)) store(slack, place, url, content);
  const { entityRemarks: messages } = slack;
  return entities.length === 0 || messages.length === 0 ? ok() : ok({ response_metadata: { messages } });
};

function placeById(args: Fields, slack: Workspace): Place | Refused {
  const id = textAt(args, 'unfurl_id');
  if (id === undefined) return refuse('missing_unfurl_id');
  if (textAt(args, 'source') === undefined) return refuse('missing_source');
  const links = slack.links.get(id);
  if (links === undefined) return refuse('invalid_unfurl_id');
  if (links.source !== args.source) return refuse('invalid_source');
  const message = findMessage(slack.channels.get(links.channelId), links.ts);
  const { urls, channelId, ts } = links;
  if (links.source === 'composer') return { channelId, ts, urls, message, draftId: id };
  return message === undefined ? refuse('cannot_find_message') : { channelId, ts, urls, message };
}

function placeByMessage(args: Fields, slack: Workspace): Place | Refused {
  const channelId = textAt(args, 'channel');
  const ts = textAt(args, 'ts');
  if (channelId === undefined) return refuse('missing_channel');
  if (ts === undefined) return refuse('missing_ts');
  const channel = slack.channels.get(channelId);
  if (channel === undefined) return refuse('cannot_find_channel');
  if (channel.isArchived) return refuse('is_archived');
  const message = findMessage(channel, ts);
  return message === undefined
    ? refuse('cannot_find_message')
    : { channelId, ts, urls: linksIn(message.text), message };
}

/** The links that Slack sees in a message: each is in angle brackets, with `&` written as an entity. */
export const linksIn = (text: string): string[] =>
  [...text.matchAll(/<(https?:[^|>]+)(?:\|[^>]*)?>/g)].map(([, url = '']) => url.replaceAll('&amp;', '&'));

function store(slack: Workspace, place: Place, url: string, content: Fields): void {
  const shown = place.message?.unfurls;
  const unfurl: Unfurl = {
    kind: 'unfurl',
    channelId: place.channelId,
    ts: place.ts,
    ...(place.message?.threadTs === undefined ? {} : { threadTs: place.message.threadTs }),
    url,
    attachmentId: shown?.get(url)?.attachmentId ?? (shown?.size ?? 0) + 1,
    blocks: withIds(listAt(content, 'blocks')),
    content,
  };
  shown?.set(url, unfurl);
  if (place.draftId === undefined) return;
  const others = (slack.drafts.get(place.draftId) ?? []).filter((draft) => draft.url !== url);
  slack.drafts.set(place.draftId, [...others, unfurl]);
}
