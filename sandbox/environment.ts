import { askerId } from './conference/meetings.ts';
import type { SampleConference } from './conference/sample-conference.ts';
import type { SampleSlack } from './slack/sample-slack.ts';

/** The least environment of an app between a sample Slack and a sample conference service, on a free port. */
export function sampleEnvironment(
  slack: Pick<SampleSlack, 'botToken' | 'signingSecret' | 'apiUrl'>,
  conference: Pick<SampleConference, 'url'>,
): Record<string, string> {
  return {
    PORT: '0',
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    CONFERENCE_API_URL: conference.url,
    CONFERENCE_USER_ID: String(askerId),
  };
}
