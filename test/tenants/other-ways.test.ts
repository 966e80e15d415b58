import { expect, test } from 'vitest';
import { until } from '../../sandbox/redis/until.ts';
import { metric } from '../faults/readiness.ts';
import { changes, pushes, questionsOf, shares, showsSoon } from '../support/following.ts';
import { icsValue } from '../support/ics.ts';
import { installs, onManyWorkspaces, seenFrom, typesIn } from '../support/many-workspaces.ts';
import { addressOf } from '../support/reading.ts';

const SECRET = 'a-secret-of-the-vendor';

test('a link to a calendar file names its workspace, and is worth nothing for another one or after it left', async () => {
  const stage = await onManyWorkspaces({ env: { PUBLIC_URL: 'https://cards.example' } });
  const { slack, appUrl } = stage;
  await installs(stage, slack);
  await installs(stage, slack.addWorkspace({ teamId: 'T0FAR' }));
  const answer = await slack.command({ appUrl, text: '700002', userId: 'U0ANN' });
  const query = new URL(String(addressOf(answer.body, 'calendar-link'))).searchParams;
  expect(query.get('tenant')).toBe('T0HOME');
  const fetched = await fetch(`${appUrl}/calendar?${query}`);
  expect(icsValue(await fetched.text(), 'SUMMARY')).toBe('Design review: search results');
  const altered = new URLSearchParams(query);
  altered.set('tenant', 'T0FAR');
  expect((await fetch(`${appUrl}/calendar?${altered}`)).status).toBe(404);
  altered.delete('tenant');
  expect((await fetch(`${appUrl}/calendar?${altered}`)).status).toBe(404);
  slack.tokens.uninstall(slack);
  await slack.event({ appUrl, event: { type: 'app_uninstalled' } });
  await until(
    'it left',
    async () => (await metric(appUrl, 'meeting_cards_departures_total{outcome="departed"}')) === 1,
  );
  expect((await fetch(`${appUrl}/calendar?${query}`)).status).toBe(404);
});

test('a push event brings the check forward in every workspace whose cards follow the meeting', async () => {
  const stage = await onManyWorkspaces({ env: { CONFERENCE_PUSH_SECRET: SECRET } });
  const { slack } = stage;
  const far = slack.addWorkspace({ teamId: 'T0FAR' });
  const here = seenFrom(stage, far);
  await installs(stage, slack);
  await installs(stage, far);
  const [one, other] = [
    await shares(stage, '700012', { userId: 'U0ANN' }),
    await shares(here, '700012', { userId: 'U0ANN' }),
  ];
  const before = questionsOf(stage);
  changes(stage, '700012', { title: 'Town hall' });
  stage.advance(10);
  expect(await pushes(stage, SECRET, '700012')).toBe(200);
  await showsSoon(stage, () => one, 'Town hall');
  await showsSoon(stage, () => other, 'Town hall');
  expect(questionsOf(stage)).toBeGreaterThan(before);
});

test('over Socket Mode the app is installed and answers, too', async () => {
  const stage = await onManyWorkspaces({ transport: 'socket' });
  expect((await installs(stage, stage.slack)).status).toBe(200);
  expect(await typesIn(stage, stage.slack, '700001')).toContain('700001');
});

test('a workspace that its organisation took the app from ends nothing for the others', async () => {
  const stage = await onManyWorkspaces();
  const { slack, appUrl } = stage;
  const org = slack.addWorkspace({
    teamId: 'T0ONE',
    enterprise: { id: 'E0ORG', name: 'Org' },
    isEnterpriseInstall: true,
  });
  await installs(stage, org);
  slack.fault('users.info', { kind: 'error', error: 'team_access_not_granted' });
  await typesIn(stage, org, '700001');
  await until(
    'it is kept',
    async () => (await metric(appUrl, 'meeting_cards_departures_total{outcome="kept"}')) > 0,
  );
  expect(await typesIn(stage, org, '700001')).toContain('700001');
});

test('a process that only works serves no pages of installations', async () => {
  const stage = await onManyWorkspaces({ env: { ROLE: 'worker' } });
  expect((await fetch(`${stage.appUrl}/slack/install`)).status).toBe(404);
});
