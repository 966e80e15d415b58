import type { Fields } from '../text/fields.ts';

/** All that one person sees of the sample Slack, as the page gets it. */
export interface Snapshot {
  readonly me: Someone;
  /** Everybody one can be. */
  readonly cast: readonly Someone[];
  /** Everybody who may be mentioned. */
  readonly names: Readonly<Record<string, string>>;
  /** The channels that this person is in. */
  readonly channels: readonly ChannelSeen[];
  /** Open modals, the lowest first. */
  readonly modals: readonly ViewSeen[];
  /** `null` until the app has published one. */
  readonly home: ViewSeen | null;
  /** What the app presents of a Work Object to this person, or its error; `null` while nothing is open. */
  readonly flexpane: Fields | null;
  /** Previews under what this person is typing. */
  readonly drafts: readonly UnfurlSeen[];
  /** What Slack would have refused, in words. */
  readonly refusals: readonly string[];
  readonly fault: Fault;
  readonly samples: readonly Sample[];
  readonly changeable: readonly ChangeableMeeting[];
}

/** What the page can do to a sample meeting; `undo` makes it as it was at first. */
export const MEETING_CHANGES = ['start', 'end', 'move', 'cancel', 'undo'] as const;
export type MeetingChange = (typeof MEETING_CHANGES)[number];

/** A sample meeting that the page can change. */
export interface ChangeableMeeting {
  readonly eventId: string;
  readonly title: string;
}

/** Something worth typing, and what it shows. */
export interface Sample {
  readonly text: string;
  readonly note: string;
}

export interface Someone {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Of their Slack. */
  readonly locale: string;
}

export interface ChannelSeen {
  readonly id: string;
  readonly name: string;
  /** A direct message with the app. */
  readonly isDirect: boolean;
  /** The oldest first. */
  readonly entries: readonly EntrySeen[];
}

/** A message, or one that only its reader sees. */
export interface EntrySeen {
  readonly kind: 'message' | 'ephemeral';
  readonly channelId: string;
  readonly ts: string;
  readonly atMs: number;
  readonly author: string;
  readonly isFromApp: boolean;
  readonly isEdited: boolean;
  readonly text: string;
  readonly blocks: readonly Fields[];
  readonly unfurls: readonly UnfurlSeen[];
  readonly files: readonly FileSeen[];
  /** In its thread. */
  readonly replies: readonly EntrySeen[];
}

export interface UnfurlSeen {
  readonly url: string;
  readonly blocks: readonly Fields[];
  readonly workObject: WorkObjectSeen | null;
}

/** What a Work Object shows to everybody; the rest is in its flexpane. */
export interface WorkObjectSeen {
  readonly title: string;
  /** Its kind and its number. */
  readonly what: string;
}

export interface FileSeen {
  readonly id: string;
  readonly title: string;
}

/** A modal or a Home tab. */
export interface ViewSeen {
  readonly id: string;
  readonly blocks: readonly Fields[];
  /** As the app handed it in. */
  readonly content: Fields;
  /** Under inputs, by block id. */
  readonly errors: Readonly<Record<string, string>>;
}

/** What is broken just now. */
export interface Fault {
  readonly conference: ConferenceFault;
  /** `none`: the app stores everything in its own memory. */
  readonly redis: 'none' | 'running' | 'gone';
}

/** `lying`: it answers about another meeting. */
export type ConferenceFault = 'well' | 'slow' | 'down' | 'lying';
