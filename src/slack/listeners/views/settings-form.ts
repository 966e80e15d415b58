import type { ModalView } from '@slack/types';
import { SETTINGS_FORM } from '../../../cards/settings-form.ts';
import type { Level } from '../../../core/settings.ts';
import { answeringListener } from '../../listener.ts';
import { updateModal } from '../../modals.ts';
import { settingsSubmission } from '../../payloads/view-submission.ts';
import { settingsNotice } from '../../settings/open-form.ts';
import { SAVED, saveForm } from '../../settings/save-form.ts';
import { FIRST_WORDS_MS } from '../../time-limits.ts';

/** A form of settings, submitted. Its checks and its message to the channel may take longer than Slack waits, so a line waits in its place. */
export const settingsForm = (level: Level) =>
  answeringListener<{ readonly response_action: 'update'; readonly view: ModalView }>()({
    payload: settingsSubmission,
    entryPoint: SETTINGS_FORM[level],
    outcomes: SAVED,
    async listen(context, { view }, ack) {
      const words = await context.words(FIRST_WORDS_MS);
      await ack({ response_action: 'update', view: settingsNotice(words.oneMoment, words) });
      const sent = { level, metadata: view.private_metadata, values: view.state.values };
      const { outcome, sentence } = await saveForm(context, sent, words);
      await updateModal(context, view.id, settingsNotice(sentence, words));
      return outcome;
    },
  });
