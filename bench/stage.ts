import { meeting } from '../sandbox/conference/meetings.ts';
import { type SampleConference, startSampleConference } from '../sandbox/conference/sample-conference.ts';
import type { WireMeeting } from '../sandbox/conference/wire.ts';
import { sampleEnvironment } from '../sandbox/environment.ts';
import { type SampleSlack, startSampleSlack } from '../sandbox/slack/sample-slack.ts';
import { SignedRequests, type Typed } from './signed-requests.ts';
import { type Workloads, workloads } from './workloads.ts';

const FIRST_STORED = 1_000_000;
const HOUR = 3600;

/** What a server under measurement talks to: a Slack and a conference service, and who types what. */
export interface BenchStage {
  readonly slack: SampleSlack;
  readonly conference: SampleConference;
  /** These commands, in turn; what comes after their replies goes to one `response_url`, by default one that takes nothing. */
  readonly signed: (commands: readonly Typed[], responseUrl?: string) => SignedRequests;
  readonly workloads: Workloads;
  /** The nth of any number of meetings that need not be asked for: their ids and what the service would say of them. */
  readonly storedId: (nth: number) => string;
  readonly storedMeeting: (nth: number) => WireMeeting;
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export async function openBenchStage(): Promise<BenchStage> {
  const [slack, conference] = await Promise.all([startSampleSlack(), startSampleConference()]);
  const now = Math.floor(Date.now() / 1000);
  const times = { startTime: now - HOUR, endTime: now + 2 * HOUR };
  const storedId = (nth: number): string => String(FIRST_STORED + nth);
  const signed: BenchStage['signed'] = (commands, responseUrl = `${slack.url}/response/none`) =>
    new SignedRequests(commands, slack.signingSecret, responseUrl);
  return {
    slack,
    conference,
    workloads: workloads({ slack, conference, times, storedId }),
    storedId,
    storedMeeting: (nth) => meeting({ eventId: FIRST_STORED + nth, ...times }),
    signed,
    env: {
      ...sampleEnvironment(slack, conference),
      LOOKUPS_PER_MINUTE: '1000000',
      CACHE_FRESH_SECONDS: '3600',
      LOG_LEVEL: 'info',
    },
    async close() {
      await Promise.all([slack.close(), conference.close()]);
    },
  };
}
