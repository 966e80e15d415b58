import { clickables, findButton } from '../sandbox/slack/deliver/find-button.ts';
import type { SampleSlack } from '../sandbox/slack/sample-slack.ts';
import { closeViews } from '../sandbox/slack/state/view-store.ts';
import { CHANNEL, cast, type Role } from './people.ts';
import { type Shown, screen } from './screen.ts';
import type { Stage } from './stage.ts';
import { fieldsOf, textIn } from './text/fields.ts';

/** Slack itself gives an app three seconds, and the app answers earlier. */
const ANSWER_TIMEOUT_MS = 4000;

export interface SessionOptions {
  readonly write: (text: string) => void;
  readonly ansi: boolean;
  readonly columns?: number | undefined;
}

/** Somebody at the sample Slack, and what they do there; what they see of it is written down. */
export interface Session {
  readonly role: () => Role;
  become(role: Role): void;
  /** Types `/meeting <text>`. Resolves with a sentence when the app did not answer. */
  type(text: string): Promise<string | undefined>;
  /** Presses a button on the last card that this person sees. Resolves with a sentence when that did not work. */
  press(actionId: string): Promise<string | undefined>;
}

export function session({ slack, app }: Stage, options: SessionOptions): Session {
  let role: Role = 'stranger';
  const { write, ansi, columns } = options;
  const me = () => cast[role];
  const view = screen({ slack, write, ansi, columns, timeZone: () => me().tz ?? 'UTC' });

  return {
    role: () => role,
    become(next) {
      role = next;
    },
    async type(text) {
      write(`\n${me().realName} (${role}) types in #team: ${`/meeting ${text}`.trim()}\n`);
      const who = { appUrl: app.url, userId: me().id, channelId: CHANNEL };
      const { status, failure, ms } = await slack.command({ ...who, text });
      if (failure === 'operation_timeout') return `The app did not answer: nothing came in ${ms} ms.`;
      if (failure !== undefined) return `The app did not answer: it said HTTP ${status}.`;
      return (await isAnswered())
        ? undefined
        : 'The app did not answer: it took the command and went silent.';
    },
    async press(actionId) {
      const surface = lastWith(actionId);
      if (surface === undefined)
        return 'There is no card with that button yet; look a meeting up as this person first.';
      const label = textIn(fieldsOf(findButton(surface, actionId).element.text).text);
      write(`\n${me().realName} (${role}) presses ${label}\n`);
      closeViews(slack, me().id);
      const { status } = await slack.click({ appUrl: app.url, surface, actionId, userId: me().id });
      if (status !== 200) return `The app did not take the press: it said HTTP ${status}.`;
      return (await isAnswered()) ? undefined : 'The app took the press and went silent.';
    },
  };

  /** Writes down what appears, until something is there that is more than the waiting line. */
  async function isAnswered(): Promise<boolean> {
    const deadline = performance.now() + ANSWER_TIMEOUT_MS;
    for (;;) {
      const before = workDone(slack);
      const shown = view.update();
      if (shown.length > 0 && !shown.some(isWaitingLine)) return true;
      const didMore = await slack
        .waitFor(() => workDone(slack) > before, deadline - performance.now())
        .catch(() => false);
      if (!didMore) return false;
    }
  }

  function lastWith(actionId: string): Shown | undefined {
    const mine = slack.ephemerals.filter(({ userId }) => userId === me().id);
    const shared = slack.channels.get(CHANNEL)?.messages ?? [];
    const has = ({ blocks }: Shown) =>
      clickables(blocks).some(({ element }) => element.action_id === actionId);
    return mine.findLast(has) ?? shared.findLast(has);
  }
}

/** How often the app has done something in Slack. */
const workDone = ({ calls, responses }: SampleSlack): number => calls.length + responses.length;

/** The one line that says that the app is still looking. */
function isWaitingLine({ blocks }: Shown): boolean {
  return blocks.length === 1 && JSON.stringify(blocks).includes(':hourglass_flowing_sand:');
}
