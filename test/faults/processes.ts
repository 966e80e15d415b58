import { onTestFinished } from 'vitest';
import { infosPath } from '../../sandbox/conference/endpoints.ts';
import { putSamples } from '../../sandbox/conference/meetings.ts';
import { type SampleConference, startSampleConference } from '../../sandbox/conference/sample-conference.ts';
import { sampleEnvironment } from '../../sandbox/environment.ts';
import { until } from '../../sandbox/redis/until.ts';
import { courier } from '../../sandbox/slack/deliver/courier.ts';
import { type SampleSlack, startSampleSlack } from '../../sandbox/slack/sample-slack.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import { SAMPLE_SLACK_WAITS_MS } from '../support/slack-waits.ts';
import { type AppProcess, startAppProcess, type WhenFinished } from './app-process.ts';
import { readiness } from './readiness.ts';

/** Processes of the app between one Slack and one conference service, in real time. */
export interface Processes {
  readonly slack: SampleSlack;
  readonly conference: SampleConference;
  readonly apps: readonly AppProcess[];
  /**
   * So many different people, each with one question, the processes in turn, all at one moment. Another name means other people. `onReply` is
   * called for each reply, which the card may follow.
   */
  crowd(count: number, text: string, of?: string, onReply?: () => void): Promise<readonly Said[]>;
  /** People who are not in any cache ask for another meeting, few at a time, until the processes have compiled what they run; once. */
  warmUp(): Promise<void>;
  /** How often the service was asked about a meeting whose id or link this is. */
  questionsAbout(part: string): number;
}

/** What a person got: the status of the reply, and the text of the card, in the reply or after it. */
export interface Said {
  readonly status: number;
  readonly text: string;
}

const EARLY = 300;
const AT_A_TIME = 12;

/** Starts so many processes of the app and resolves when each uses its store. */
export async function processes(
  count: number,
  env: Readonly<Record<string, string>>,
  whenFinished: WhenFinished = onTestFinished,
): Promise<Processes> {
  const linkLookupPath = env.CONFERENCE_LINK_LOOKUP_PATH;
  const [slack, conference] = await Promise.all([
    startSampleSlack({ answerTimeoutMs: SAMPLE_SLACK_WAITS_MS }),
    startSampleConference(linkLookupPath === undefined ? {} : { linkLookupPath }),
  ]);
  whenFinished(async () => void (await Promise.all([slack.close(), conference.close()])));
  putSamples(conference.meetings, Date.now());
  const base = {
    ...sampleEnvironment(slack, conference),
    LOOKUPS_PER_MINUTE: '100000',
    ...env,
  };
  const apps = await Promise.all(Array.from({ length: count }, () => startAppProcess(base, whenFinished)));
  await Promise.all(
    apps.map(({ url }, nth) =>
      until('the app uses its store', async () => {
        await typed(slack, url, `U0FIRST${nth}`, '700009');
        return (await readiness(url)).store === 'ok';
      }),
    ),
  );
  let isWarm = false;
  const asks = (nth: number, text: string, of = 'crowd', onReply?: () => void): Promise<Said> => {
    const userId = `U0${of.toUpperCase()}${nth}`;
    slack.people.set(userId, person({ id: userId, email: `${of}${nth}@example.com` }));
    return typed(slack, apps[nth % apps.length]?.url ?? '', userId, text, onReply);
  };
  return {
    slack,
    conference,
    apps,
    crowd: (people, text, of, onReply) =>
      Promise.all(Array.from({ length: people }, (_, nth) => asks(nth, text, of, onReply))),
    async warmUp() {
      if (isWarm) return;
      isWarm = true;
      for (let first = 0; first < EARLY; first += AT_A_TIME) {
        const nths = Array.from({ length: AT_A_TIME }, (_, nth) => first + nth);
        await Promise.all(nths.map((nth) => asks(nth, '700009', 'early')));
      }
    },
    questionsAbout: (part) =>
      conference.questions.filter(({ path, rawBody }) => isAboutMeetings(path) && rawBody.includes(part))
        .length,
  };

  function isAboutMeetings(path: string): boolean {
    return path === infosPath || path === linkLookupPath;
  }
}

/**
 * Types as a person does and reads the card, which may come after the reply. What is in the reply itself is not checked against Block Kit's
 * rules: that would take longer than to answer.
 */
export async function typed(
  slack: SampleSlack,
  url: string,
  userId: string,
  text: string,
  onReply: () => void = () => {},
): Promise<Said> {
  const responseUrl = `${slack.url}/response/${slack.responseUrls.mint({ channelId: 'C0TEAM', userId })}`;
  const answer = await courier(slack.signingSecret, Date.now, SAMPLE_SLACK_WAITS_MS).form(url, {
    command: '/meeting',
    text,
    user_id: userId,
    team_id: 'T0HOME',
    channel_id: 'C0TEAM',
    response_url: responseUrl,
    trigger_id: '1.2.3',
  });
  onReply();
  const isAll = answer.status !== 200 || !answer.text.includes('hourglass_flowing_sand');
  if (isAll) return { status: answer.status, text: answer.text };
  const later = await slack.waitFor(({ responses }) =>
    responses.find((response) => response.responseUrl === responseUrl),
  );
  return { status: answer.status, text: JSON.stringify(later.body) };
}
