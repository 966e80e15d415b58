import { ErrorCode } from '@slack/oauth';
import type { InstallPage } from '../../cards/words/install-words.ts';
import type { StorageUnavailable } from '../../storage/durable-store.ts';
import { slackErrorOf } from '../retry-on-rate-limit.ts';
import { StateRefused } from './state-store.ts';

/** Slack's errors for a code that is not worth anything (docs.slack.dev, methods/oauth.v2.access). */
const BAD_CODE: ReadonlySet<string | undefined> = new Set([
  'invalid_code',
  'code_already_used',
  'code_expired',
]);

const UNAVAILABLE: StorageUnavailable['code'] = 'storage-unavailable';

/** What a person reads whose installation was not completed. */
export function pageOfFailure(error: unknown): InstallPage {
  if (error instanceof StateRefused || BAD_CODE.has(slackErrorOf(error))) return 'stale';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case ErrorCode.InvalidStateError:
      return 'other-browser';
    case ErrorCode.MissingCodeError:
    case ErrorCode.MissingStateError:
      return 'stale';
    case UNAVAILABLE:
      return 'unavailable';
    default:
      return 'slack-failed';
  }
}
