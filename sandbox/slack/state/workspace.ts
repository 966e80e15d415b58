import type { Fields } from '../fields.ts';
import { type Channel, defaultChannels } from './channels.ts';
import { type Clock, timestamps } from './clock.ts';
import { homeIdentity, type Identity } from './identity.ts';
import { defaultPeople, type Person } from './people.ts';
import { type ResponseUrls, responseUrls } from './response-urls.ts';
import type { Ephemeral, StoredView, Unfurl } from './surfaces.ts';
import { type Triggers, triggers } from './triggers.ts';

export interface Call {
  readonly method: string;
  readonly args: Fields;
  readonly token: string | undefined;
  readonly at: number;
}

export interface ResponseCall {
  readonly responseUrl: string;
  readonly body: unknown;
  readonly at: number;
}

/** Links that Slack told the app of, by `unfurl_id`. */
export interface SharedLinks {
  readonly source: 'composer' | 'conversations_history';
  readonly urls: readonly string[];
  readonly channelId: string;
  readonly ts: string;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly length: number;
  title: string;
  content: Buffer | undefined;
  isComplete: boolean;
}

/** All that Slack remembers. */
export interface Workspace {
  readonly identity: Identity;
  readonly now: Clock;
  readonly nextTs: () => string;
  /** The optional scopes of the app's token. */
  readonly optionalScopes: Set<string>;
  /** Types of blocks that it does not take, as a workspace whose Slack is older. */
  readonly refusedBlocks: Set<string>;
  /** What it says of Work Objects that it takes in part. */
  readonly entityRemarks: string[];
  readonly people: Map<string, Person>;
  readonly channels: Map<string, Channel>;
  readonly ephemerals: Ephemeral[];
  /** Modals that are open, by view id. */
  readonly views: Map<string, StoredView>;
  /** The open modals of one person, the lowest first. */
  readonly stacks: Map<string, string[]>;
  /** Home tabs by user id. */
  readonly homes: Map<string, StoredView>;
  readonly links: Map<string, SharedLinks>;
  /** Previews under messages still being typed, by `unfurl_id`. */
  readonly drafts: Map<string, Unfurl[]>;
  readonly files: Map<string, StoredFile>;
  /** Work Objects by the link that they stand under. */
  readonly entities: Map<string, Fields>;
  /** What the flexpane shows to each person. */
  readonly flexpanes: Map<string, Fields>;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly calls: Call[];
  /** The timestamps of the messages that `chat.update` changed, in order. */
  readonly updates: string[];
  readonly responses: ResponseCall[];
  readonly violations: string[];
  /** Where Socket Mode clients are sent, once a socket is open (`socket.ts`). */
  readonly socket: { url: string | undefined };
}

interface NewWorkspace {
  readonly identity: Identity;
  readonly now: Clock;
  /** Those of its organisation, which are uploaded before they have a channel. */
  readonly files?: Map<string, StoredFile> | undefined;
  /** Those of all workspaces. */
  readonly violations?: string[];
}

/** With the same channels and people as home, who belong to it. */
export function newWorkspace({
  identity,
  now,
  files = new Map<string, StoredFile>(),
  violations = [],
}: NewWorkspace): Workspace {
  const { teamId, enterprise } = identity;
  return {
    identity,
    now,
    nextTs: timestamps(now),
    optionalScopes: new Set(['channels:read', 'groups:read']),
    refusedBlocks: new Set(),
    entityRemarks: [],
    people: peopleOf(teamId, enterprise?.id),
    channels: defaultChannels(),
    ephemerals: [],
    views: new Map(),
    stacks: new Map(),
    homes: new Map(),
    links: new Map(),
    drafts: new Map(),
    files,
    entities: new Map(),
    flexpanes: new Map(),
    triggers: triggers(now),
    responseUrls: responseUrls(now),
    calls: [],
    updates: [],
    responses: [],
    violations,
    socket: { url: undefined },
  };
}

const peopleOf = (teamId: string, enterpriseId: string | undefined): Map<string, Person> =>
  new Map(
    [...defaultPeople()].map(([id, who]) => {
      const isOwn = who.teamId === homeIdentity.teamId && teamId !== homeIdentity.teamId;
      return [id, isOwn ? { ...who, teamId, ...(enterpriseId === undefined ? {} : { enterpriseId }) } : who];
    }),
  );
