import { putSamples } from '../sandbox/conference/meetings.ts';
import { type SampleConference, startSampleConference } from '../sandbox/conference/sample-conference.ts';
import { sampleEnvironment } from '../sandbox/environment.ts';
import { type SampleSlack, startSampleSlack } from '../sandbox/slack/sample-slack.ts';
import { type AppProcess, startApp } from './app-process.ts';
import { putPeople } from './people.ts';

/** What the sample conference service wants to be asked with. */
export const CONFERENCE_TOKEN = 'sample-conference-token';
const PUSH_SECRET = 'sample-push-secret-of-32-characters';

/** A card follows its meeting within seconds here, so that one can watch it. */
const CHECK_SECONDS = '1';

/** A sample Slack, a sample conference service, and the real app between them. */
export interface Stage {
  readonly slack: SampleSlack;
  readonly conference: SampleConference;
  readonly app: AppProcess;
  /** Where the conference service tells the app of changes. */
  readonly pushUrl: string;
  /** Ends all three. */
  close(): Promise<void>;
}

/** Starts all three on free ports of this machine; what the app logs goes to `logFile`, and `env` adds to what the app is told. */
export async function openStage(logFile: string, env: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const [slack, conference] = await Promise.all([
    startSampleSlack(),
    startSampleConference({ auth: { kind: 'token', token: CONFERENCE_TOKEN } }),
  ]);
  putSamples(conference.meetings, Date.now());
  putPeople(slack);
  const closeSamples = () => Promise.all([slack.close(), conference.close()]);
  try {
    const app = await startApp(
      {
        ...sampleEnvironment(slack, conference),
        CONFERENCE_TOKEN,
        CONFERENCE_PUSH_SECRET: PUSH_SECRET,
        CARD_CHECK_SECONDS: CHECK_SECONDS,
        WORK_OBJECTS: 'true',
        SUPPORT_URL: 'https://support.example/meeting-cards',
        ...env,
      },
      logFile,
    );
    return {
      slack,
      conference,
      app,
      pushUrl: `${app.url}/conference/events/${PUSH_SECRET}`,
      async close() {
        await app.stop();
        await closeSamples();
      },
    };
  } catch (error) {
    await closeSamples();
    throw error;
  }
}
