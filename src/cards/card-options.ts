import type { WebLink } from '../core/ids.ts';
import type { Progress } from '../core/schedule.ts';
import type { UnixSeconds, ZoneName } from '../core/time.ts';
import type { MoreOption } from './more-menu.ts';
import type { Clocks } from './when.ts';
import type { Words } from './words/words.ts';

/** What a card needs besides the view. */
export interface CardOptions extends Progress {
  readonly words: Words;
  /** A shared card depends on it by the phase only: nobody renders it anew each minute. */
  readonly now: UnixSeconds;
  /** When the vendor described the meeting. */
  readonly asOf: UnixSeconds;
  /** The conference service does not answer, so the meeting could not be renewed. */
  readonly stale: boolean;
  readonly surface: CardSurface;
  /** Where a calendar file can be had by a link; without it the app sends one when asked. */
  readonly calendarLink?: WebLink | undefined;
  /** Whether the reader's clock shows what the meeting's does; of a card that many read it is not known. */
  readonly clocks?: Clocks | undefined;
  /** What the app can do from the card's menu; a card offers what suits its surface. */
  readonly menu?: readonly MoreOption[] | undefined;
}

/** What a compact card needs besides the view. */
export interface CompactCardOptions extends Progress {
  readonly words: Words;
  readonly now: UnixSeconds;
  /** The zone where most of those who read the card are: the one that the workspace set for its cards, else that of the deployment. */
  readonly homeZone: ZoneName;
}

/**
 * `preview`: the full card under a pasted link, which nobody can refresh; `private`: an ephemeral message, which its reader can share; `modal`: likewise for one person, who may be able to post it under the
 * message that it came from; `reminder`: a direct message, with the buttons first; `shared`: in a channel, with the Slack user id of who
 * shared it.
 */
export type CardSurface =
  | { readonly kind: 'private' }
  | {
      readonly kind: 'modal';
      readonly thread: 'none' | 'can-post' | 'posted';
      /** The start that the modal showed before it was refreshed. */
      readonly shownStart?: UnixSeconds | undefined;
    }
  | { readonly kind: 'reminder' }
  | { readonly kind: 'preview' }
  | { readonly kind: 'shared'; readonly sharedBy: string | undefined };
