/**
 * The app itself answers within three seconds, by its deadlines, which tests move by hand. How long a busy machine takes for
 * it must not decide what else is tested.
 */
export const SAMPLE_SLACK_WAITS_MS = 60_000;
