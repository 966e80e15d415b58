import { type Fields, fieldsAt, isFields, textAt } from './fields.ts';
import type { Exchange } from './recorder.ts';
import type { Call, ResponseCall } from './state/workspace.ts';

/** A payload, and the name of the type that it has to have in `TYPES`. */
export interface TypedPayload {
  readonly type: string;
  readonly payload: unknown;
}

/** The kinds of payloads by Slack's own types, which are corrected where docs.slack.dev shows what they leave out. */
const TYPES = `
import type {
  BlockAction, ButtonAction, EnvelopedEvent, GlobalShortcut, MessageShortcut, RespondArguments, SlashCommand, ViewErrorsResponseAction, ViewSubmitAction,
} from '@slack/bolt';
import type { AppHomeOpenedEvent, AppUninstalledEvent, EntityMetadata, HomeView, KnownBlock, LinkSharedEvent, ModalView, SlackEvent, TokensRevokedEvent } from '@slack/types';

/** An app outside an organisation gets null for its enterprise. */
type Interaction<T extends { enterprise?: unknown }> = Omit<T, 'enterprise'> & { enterprise: T['enterprise'] | null };
type Event<T> = Omit<EnvelopedEvent<T>, 'context_enterprise_id'> & { context_enterprise_id: string | null };
/** A button comes as it was sent. */
type Action = BlockAction['actions'][number] | (ButtonAction & { style?: 'primary' | 'danger'; accessibility_label?: string });
/** Views have no response URL. */
type Press = Omit<Interaction<BlockAction>, 'response_url' | 'actions'> & { response_url?: string; actions: Action[] };
type Submission = Interaction<ViewSubmitAction> & { user: { username: string } };
type Message = Interaction<MessageShortcut> & { api_app_id: string };
type Global = Interaction<GlobalShortcut> & { api_app_id: string };

/** The app sends no block that the types do not know. */
type Modal = Omit<ModalView, 'blocks'> & { blocks: KnownBlock[] };
type Home = Omit<HomeView, 'blocks'> & { blocks: KnownBlock[] };
type Update = { response_action: 'update'; view: Modal };
type Unfurls = Record<string, { blocks: KnownBlock[] }>;
type Reply = Pick<
  RespondArguments, 'response_type' | 'replace_original' | 'text' | 'thread_ts' | 'unfurl_links' | 'unfurl_media'
> & { blocks: KnownBlock[] };
`;

const EVENTS: Readonly<Record<string, string>> = {
  link_shared: 'LinkSharedEvent',
  app_home_opened: 'AppHomeOpenedEvent',
  app_uninstalled: 'AppUninstalledEvent',
  tokens_revoked: 'TokensRevokedEvent',
  entity_details_requested: "Extract<SlackEvent, { type: 'entity_details_requested' }>",
};

const INTERACTIONS: Readonly<Record<string, string>> = {
  block_actions: 'Press',
  message_action: 'Message',
  shortcut: 'Global',
  view_submission: 'Submission',
};

/** What Slack delivered, and what the app answered to it. */
export function typedExchange({ delivered, answer }: Exchange): TypedPayload[] {
  const type = typeOfDelivery(delivered);
  return [{ type, payload: delivered }, ...(answer === undefined ? [] : [typedAnswer(type, answer)])];
}

function typeOfDelivery(delivered: Fields): string {
  if ('command' in delivered) return 'SlashCommand';
  const event = fieldsAt(delivered, 'event');
  if (event !== undefined) return `Event<${EVENTS[textAt(event, 'type') ?? ''] ?? 'never'}>`;
  return INTERACTIONS[textAt(delivered, 'type') ?? ''] ?? 'never';
}

function typedAnswer(to: string, answer: unknown): TypedPayload {
  if (to === 'SlashCommand') return { type: 'Reply', payload: answer };
  const isErrors = isFields(answer) && answer.response_action === 'errors';
  return { type: isErrors ? 'ViewErrorsResponseAction' : 'Update', payload: answer };
}

/** What the app sent through a response URL. */
export function typedResponse({ body }: ResponseCall): TypedPayload {
  return { type: 'Reply', payload: body };
}

/** The views, blocks and previews of a call of the Web API. */
export function typedCall({ method, args }: Call): TypedPayload[] {
  const { view, blocks, unfurls, metadata } = args;
  const entities = isFields(metadata) ? (metadata.entities ?? [metadata]) : undefined;
  return [
    ...(view === undefined ? [] : [{ type: method === 'views.publish' ? 'Home' : 'Modal', payload: view }]),
    ...(blocks === undefined ? [] : [{ type: 'KnownBlock[]', payload: blocks }]),
    ...(entities === undefined ? [] : [{ type: 'EntityMetadata[]', payload: entities }]),
    ...(unfurls === undefined ? [] : [{ type: 'Unfurls', payload: unfurls }]),
  ];
}

/** A module that compiles if every payload has its type. */
export function moduleOf(payloads: readonly TypedPayload[]): string {
  const lines = payloads.map(
    ({ type, payload }, nth) => `export const payload${nth} = ${JSON.stringify(payload)} satisfies ${type};`,
  );
  return `${TYPES}\n${lines.join('\n')}\n`;
}
