import { putSamples } from '../../sandbox/conference/meetings.ts';
import {
  type SampleConference,
  type SampleConferenceOptions,
  startSampleConference,
} from '../../sandbox/conference/sample-conference.ts';
import { sampleEnvironment } from '../../sandbox/environment.ts';
import { type SampleSlack, startSampleSlack } from '../../sandbox/slack/sample-slack.ts';
import type { Identity } from '../../sandbox/slack/state/identity.ts';
import { createApp, type Dependencies, type MeetingCards } from '../../src/app.ts';
import { WORK_LIMITS, type WorkLimits } from '../../src/conference/work-limits.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/ops/log.ts';
import { STORAGE_LIMITS } from '../../src/storage/storage-limits.ts';
import { TRACKING_LIMITS, type TrackingLimits } from '../../src/tracking/tracking-limits.ts';
import { type AppLog, appLog } from './app-log.ts';
import { SAMPLE_SLACK_WAITS_MS } from './slack-waits.ts';

/** A Monday, ten o'clock in Shanghai; the stage's clock starts there and is moved by hand. */
const STAGE_BEGINS = Date.UTC(2030, 11, 30, 2, 0, 0);

/** A busy machine may keep a Redis from its work for longer than a process waits for it. */
const PATIENT = { cacheMs: 30_000, durableMs: 30_000 };

export interface StageOptions {
  /** Over what the stage sets itself: the same variables as in production. */
  readonly env?: Readonly<Record<string, string>>;
  readonly conference?: SampleConferenceOptions;
  /** How much each app has in progress at a time. */
  readonly limits?: Partial<WorkLimits>;
  /** How fast the tracker works; on a stage it looks every 20 ms for what is due. */
  readonly tracking?: Partial<TrackingLimits>;
  /** `hangs`: Redis will stop answering, and the app waits for it no longer than in production. By default it waits much longer. */
  readonly storage?: 'hangs';
  /** How Slack reaches the app; by default over HTTP. */
  readonly transport?: 'http' | 'socket';
  /** Who Slack says it is, such as a workspace of an organisation. */
  readonly identity?: Partial<Identity>;
}

/** The real app, listening, configured as in production. */
export interface RunningApp {
  readonly app: MeetingCards;
  readonly appUrl: string;
  readonly log: AppLog;
}

/** A sample Slack, a sample conference service and the real app between them, over HTTP on this machine. */
export interface Stage extends RunningApp {
  readonly slack: SampleSlack;
  readonly conference: SampleConference;
  /** Another process of the app, between the same Slack and the same conference service; `env` goes over the stage's own. */
  readonly startApp: (env?: Readonly<Record<string, string>>) => Promise<RunningApp>;
  /** The process that listens at this address. */
  readonly appAt: (appUrl: string) => RunningApp;
  /** Milliseconds since 1970 on the stage. */
  readonly now: () => number;
  readonly advance: (seconds: number) => void;
  /** Rejects if the app handed Slack anything that breaks a rule of Slack's, so each test on a stage tests that too. */
  close(): Promise<void>;
}

/** Starts all three, with the sample meetings around the stage's clock. */
export async function openStage({
  env = {},
  conference: conferenceOptions = {},
  limits = {},
  tracking = {},
  identity = {},
  transport = 'http',
  storage,
}: StageOptions = {}): Promise<Stage> {
  let nowMs = STAGE_BEGINS;
  const now = (): number => nowMs;
  const [slack, conference] = await Promise.all([
    startSampleSlack({ now, identity, transport, answerTimeoutMs: SAMPLE_SLACK_WAITS_MS }),
    startSampleConference({ now, ...conferenceOptions }),
  ]);
  putSamples(conference.meetings, nowMs);
  const base = {
    ...sampleEnvironment(slack, conference),
    LOG_LEVEL: 'trace',
    ...(transport === 'socket' ? { SLACK_APP_TOKEN: 'xapp-sample', SLACK_SIGNING_SECRET: '' } : {}),
    ...env,
  };
  const apps: RunningApp[] = [];
  const startApp = async (over: Readonly<Record<string, string>> = {}): Promise<RunningApp> => {
    const running = await startRealApp(
      { ...base, ...over },
      {
        clock: now,
        workLimits: { ...WORK_LIMITS, ...limits },
        trackingLimits: { ...TRACKING_LIMITS, everyMs: 20, ...tracking },
        storageLimits: storage === 'hangs' ? STORAGE_LIMITS : PATIENT,
      },
    );
    apps.push(running);
    return running;
  };
  const first = await startApp();
  return {
    ...first,
    slack,
    conference,
    startApp,
    appAt(appUrl) {
      const app = apps.find((running) => running.appUrl === appUrl);
      if (app === undefined) throw new Error(`No app listens at ${appUrl}.`);
      return app;
    },
    now,
    advance: (seconds) => {
      nowMs += seconds * 1000;
    },
    async close() {
      await Promise.all(apps.map(({ app }) => app.stop()));
      await Promise.all([slack.close(), conference.close()]);
      if (slack.violations.length > 0)
        throw new Error(`What the app handed to Slack breaks its rules: ${slack.violations.join('; ')}`);
    },
  };
}

async function startRealApp(
  env: Readonly<Record<string, string>>,
  surroundings: Omit<Dependencies, 'log'>,
): Promise<RunningApp> {
  const result = readConfig(env);
  if (result.kind === 'faults') throw new Error(result.faults.join('; '));
  const log = appLog();
  const app = createApp(result.config, {
    log: createLog(result.config.logLevel, log.lines),
    ...surroundings,
  });
  const port = await app.start();
  return { app, appUrl: `http://127.0.0.1:${port}`, log };
}
