import { onTestFinished } from 'vitest';
import type { ConferenceAuth } from '../../sandbox/conference/auth.ts';
import { askerId, putSamples } from '../../sandbox/conference/meetings.ts';
import { type SampleConference, startSampleConference } from '../../sandbox/conference/sample-conference.ts';
import type { StoredView } from '../../sandbox/slack/state/surfaces.ts';
import { done, modalShown, press, topModal } from './interactions.ts';
import { installs, type ManyStage, onManyWorkspaces } from './many-workspaces.ts';
import { makesAdmin, openedSettings } from './settings.ts';
import type { Stage, StageOptions } from './stage.ts';

export const OWN_TOKEN = 'own-token-mark';

/** An admin of every workspace here. */
export const ACCOUNT_ADMIN = 'U0ANN';

/** A stage whose environment gives no conference account, with a conference service that workspaces may name besides the default one. */
export interface AccountStage extends ManyStage {
  readonly own: SampleConference;
}

/** What is filled into the form, by field. */
export type FilledAccount = Readonly<Record<string, string>>;

export const hostOf = ({ port }: SampleConference): string => `127.0.0.1:${port}`;

/** A working account at the workspace's own service. */
export const ownAccount = ({ own }: Pick<AccountStage, 'own'>): FilledAccount => ({
  account_host: own.url,
  account_user: String(askerId),
  account_token: OWN_TOKEN,
});

interface AccountStageOptions extends Pick<StageOptions, 'limits'> {
  readonly auth?: ConferenceAuth;
  readonly env?: Readonly<Record<string, string>>;
}

/** Its home workspace has installed the app. */
export async function onAccounts({
  auth = { kind: 'token', token: OWN_TOKEN },
  env = {},
  limits = {},
}: AccountStageOptions = {}): Promise<AccountStage> {
  const own = await startSampleConference({ auth });
  onTestFinished(() => own.close());
  const many = await onManyWorkspaces({
    limits,
    env: { CONFERENCE_USER_ID: '', CONFERENCE_API_HOSTS: hostOf(own), ...env },
  });
  putSamples(own.meetings, many.now());
  makesAdmin(many, ACCOUNT_ADMIN);
  await installs(many, many.slack);
  return { ...many, own };
}

/** The form of the account, opened from the settings. */
export async function openedAccount(stage: Stage, userId = ACCOUNT_ADMIN): Promise<StoredView> {
  stage.slack.stacks.delete(userId);
  await press(stage, await openedSettings(stage, userId), 'meeting_account');
  return topModal(stage, userId);
}

/** An admin fills in what is open, and sends it: the errors at the fields, or what the modal shows then. */
export async function sendsAccount(stage: Stage, filled: FilledAccount, view: StoredView) {
  const { slack, appUrl } = stage;
  await done(stage, () => slack.submitView({ appUrl, view, values: filled }));
  return { errors: view.errors, shown: modalShown(stage, view.userId) };
}

/** The same from the beginning. */
export const connects = async (stage: Stage, filled: FilledAccount, userId = ACCOUNT_ADMIN) =>
  sendsAccount(stage, filled, await openedAccount(stage, userId));
