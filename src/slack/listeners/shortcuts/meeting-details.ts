import type { ModalView } from '@slack/types';
import { section } from '../../../cards/blocks.ts';
import { findForm } from '../../../cards/find-form.ts';
import { meetingEntry } from '../../../cards/meeting-list.ts';
import { modal } from '../../../cards/modal.ts';
import { mrkdwn } from '../../../cards/mrkdwn.ts';
import type { FoundMeeting } from '../../../conference/lookup.ts';
import { secondsOf } from '../../../core/time.ts';
import { foundCard, privateView } from '../../found-card.ts';
import { knownRunning } from '../../known-running.ts';
import { listener } from '../../listener.ts';
import { writeModalMetadata } from '../../modal-metadata.ts';
import { showModal, waitingModal } from '../../modals.ts';
import { WITHOUT_MEETING } from '../../outcomes.ts';
import { referencesInMessage } from '../../payloads/message-references.ts';
import { messageShortcut } from '../../payloads/shortcut.ts';
import type { RequestContext } from '../../request-context.ts';
import { FIRST_WORDS_MS, PROFILE_MS } from '../../time-limits.ts';
import { type NoMeetingAnswer, type Reader, withMeeting } from '../../with-meeting.ts';

interface FoundMention {
  readonly kind: 'found';
  readonly meeting: FoundMeeting;
  readonly reader: Reader;
}

/** What one of a message's references came to. */
type Mentioned =
  | FoundMention
  | { readonly kind: 'not-found'; readonly answer: NoMeetingAnswer; readonly reader: Reader };

/** *Show meeting details* in a message's menu: the message's meeting in a modal, a choice of several, or the find form where there is none. */
export const meetingDetails = listener({
  payload: messageShortcut,
  outcomes: ['found', 'several', 'none-in-message', ...WITHOUT_MEETING],
  async listen(context, { message, channel, trigger_id, response_url }) {
    const trigger = { triggerId: trigger_id, fromModal: false };
    const references = referencesInMessage(message, context.settings.linkDomains);
    const words = await context.words(FIRST_WORDS_MS);
    if (references.length === 0) {
      await showModal(context, trigger, findForm(words, words.noneInMessage));
      return 'none-in-message';
    }
    const metadata = writeModalMetadata({
      channelId: channel.id,
      threadTs: message.thread_ts ?? message.ts,
      responseUrl: response_url,
    });
    const opened = await showModal(context, trigger, waitingModal(words.meeting, words, metadata));
    const mentioned = await Promise.all(
      references.map((reference) =>
        withMeeting<Mentioned>(context, reference, {
          profileMs: PROFILE_MS,
          rights: 'renewed',
          found: (meeting, reader) => ({ kind: 'found', meeting, reader }),
          notFound: (answer, reader) => ({ kind: 'not-found', answer, reader }),
        }),
      ),
    );
    const { view, outcome } = await shown(mentioned, metadata, context);
    await opened.fill(view);
    return outcome;
  },
});

async function shown(
  mentioned: readonly Mentioned[],
  metadata: string,
  context: RequestContext,
): Promise<{ view: ModalView; outcome: 'found' | 'several' | NoMeetingAnswer['outcome'] }> {
  const { services, settings } = context;
  const found = distinct(mentioned.filter((each) => each.kind === 'found'));
  const [only, ...others] = found;
  if (only === undefined) {
    const [failed] = mentioned.filter((each) => each.kind === 'not-found');
    if (failed === undefined) throw new Error('a message without references has no lookup');
    const { words } = failed.reader;
    const view = modal(words.meeting, words, failed.answer.card.blocks, { metadata });
    return { view, outcome: failed.answer.outcome };
  }
  const { profile, words } = only.reader;
  if (others.length === 0) {
    const running = await knownRunning(only.meeting, services);
    const surface = { kind: 'modal', thread: 'can-post' } as const;
    const { blocks } = foundCard(only.meeting, profile, surface, context, { running });
    return { view: modal(words.meeting, words, blocks, { metadata }), outcome: 'found' };
  }
  const now = secondsOf(services.clock);
  const entries = found.map(({ meeting }) =>
    meetingEntry(privateView(meeting, profile.viewer, settings), words, now),
  );
  const blocks = [section(mrkdwn`${words.chooseMeeting}`), ...entries];
  return { view: modal(words.meeting, words, blocks, { metadata }), outcome: 'several' };
}

/** Two links of a meeting, and its number, are one meeting. */
function distinct(found: readonly FoundMention[]): FoundMention[] {
  return [...new Map(found.map((each) => [each.meeting.meeting.eventId, each])).values()];
}
