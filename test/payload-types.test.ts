import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { startRecorder } from '../sandbox/slack/recorder.ts';
import type { Identity } from '../sandbox/slack/state/identity.ts';
import {
  moduleOf,
  type TypedPayload,
  typedCall,
  typedExchange,
  typedResponse,
} from '../sandbox/slack/typed-payloads.ts';
import { openPlainStage } from './support/on-stage.ts';
import { everyEntryPoint } from './support/visibility/every-entry-point.ts';
import { markedMeeting, markersOf, usualCast } from './support/visibility/marked-meeting.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Of some three hundred. */
const SAMPLE = 150;

const organisation: Partial<Identity> = {
  enterprise: { id: 'E0CORP', name: 'Corp' },
  isEnterpriseInstall: true,
};

/** Who does everything there is to do, and where: the host, who reads most, and a stranger in an organisation that has the app as a whole. */
const VISITS = [
  ['U0HAN', {}],
  ['U0POLLY', organisation],
] as const;

let payloads: readonly TypedPayload[] = [];

beforeAll(async () => {
  payloads = (await Promise.all(VISITS.map(([userId, identity]) => captured(userId, identity)))).flat();
});

/** Every payload between Slack and the app while a person does everything that they can. */
async function captured(userId: string, identity: Partial<Identity>): Promise<TypedPayload[]> {
  const stage = await openPlainStage({ identity, env: { LOOKUPS_PER_MINUTE: '1000', WORK_OBJECTS: 'true' } });
  const recorder = await startRecorder(stage.appUrl);
  stage.conference.meetings.put(markedMeeting(usualCast, stage.now()));
  const marks = markersOf(usualCast);
  await everyEntryPoint({
    stage: { ...stage, appUrl: recorder.url },
    userId,
    eventId: String(usualCast.serial),
    openLink: `https://ntest.qsh1.cn/k/open-${usualCast.serial}`,
    hostLinks: [...marks.hostLink, ...marks.coHostLink],
    hostPassword: marks.hostPassword[0],
  });
  const { slack } = stage;
  const found = [
    ...recorder.exchanges.flatMap(typedExchange),
    ...slack.responses.map(typedResponse),
    ...slack.calls.flatMap(typedCall),
  ];
  await recorder.close();
  await stage.close();
  return found;
}

/** What the compiler says of a module in the project; nothing if it compiles. */
function complaints(module: string): string {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'dist', 'payload-types-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'payloads.ts');
  writeFileSync(file, module);
  const config = join(folder, 'tsconfig.json');
  writeFileSync(config, JSON.stringify({ extends: join(ROOT, 'tsconfig.json'), include: [file] }));
  const { stdout } = spawnSync(join(ROOT, 'node_modules/.bin/tsc'), ['-p', config], { encoding: 'utf8' });
  return stdout;
}

test('a random sample of what Slack and the app send each other has the types that Slack publishes', () => {
  const seed = Number(process.env.PAYLOAD_SEED ?? Math.floor(Math.random() * 2 ** 31));
  const size = Math.min(SAMPLE, payloads.length);
  const sizes = { minLength: size, maxLength: size };
  const [sample = []] = fc.sample(fc.shuffledSubarray([...payloads], sizes), { seed, numRuns: 1 });
  expect(complaints(moduleOf(sample)), `the sample of PAYLOAD_SEED=${seed}`).toBe('');
});

test('every kind of payload is among those that the sample is drawn from', () => {
  expect([...new Set(payloads.map(({ type }) => type))].sort()).toEqual([
    'EntityMetadata[]',
    'Event<AppHomeOpenedEvent>',
    "Event<Extract<SlackEvent, { type: 'entity_details_requested' }>>",
    'Event<LinkSharedEvent>',
    'Global',
    'Home',
    'KnownBlock[]',
    'Message',
    'Modal',
    'Press',
    'Reply',
    'SlashCommand',
    'Submission',
    'Unfurls',
    'Update',
    'ViewErrorsResponseAction',
  ]);
});

test('a payload of another type would be found', () => {
  const wrong = [{ type: 'KnownBlock[]', payload: [{ type: 'section', txt: 'x' }] }];
  expect(complaints(moduleOf(wrong))).toContain(`'"txt"' does not exist in type 'SectionBlock'`);
});
