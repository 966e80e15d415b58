import { expect, test } from 'vitest';
import { done, onlyUnfurl, paste, press } from '../support/interactions.ts';
import { lastEphemeral, loggedEvents, messagesIn } from '../support/on-stage.ts';
import { buttonsIn } from '../support/reading.ts';
import { openLinkOf } from '../support/visibility/marked-meeting.ts';
import { operatorReads, readableBy, secretMarkers, visitsBoth } from '../support/visibility/readers.ts';
import { found, sentToSlack } from '../support/visibility/sent-texts.ts';
import { ACTORS, twoCompanies } from '../support/visibility/two-companies.ts';

test.each(ACTORS)(
  'of two companies with the same numbers, links and people, %s reads in each what is theirs there, and nothing of the other',
  async (userId, atHome, far) => {
    const { stage, sites } = await twoCompanies();
    for (const { name, stage: there, casts, foreign, places, idOf } of sites) {
      const answers = await visitsBoth(there, idOf(userId), casts, places);
      const left = [...answers, ...sentToSlack(there)];
      const role = foreign.includes('Marked 880001') ? atHome : far;
      expect([name, found(left, secretMarkers(casts), 'person')]).toEqual([
        name,
        [...readableBy(casts)[role]].sort(),
      ]);
      expect([name, found(left, secretMarkers(casts), 'channel')]).toEqual([name, []]);
      expect(found(left, [`Marked ${casts[0].serial}`], 'channel')).toHaveLength(1);
    }
    for (const { name, stage: there, foreign } of sites) {
      const all = JSON.stringify(sentToSlack(there));
      expect([name, foreign.filter((marker) => all.includes(marker))]).toEqual([name, []]);
      expect([name, there.slack.violations]).toEqual([name, []]);
    }
    const inside = await operatorReads(stage, stage.redis);
    const marks = sites.flatMap(({ foreign }) => foreign);
    expect(found(inside, [...marks, 'own-token-mark', 'conference-token-mark', 'xoxb-'], 'operator')).toEqual(
      [],
    );
    expect(loggedEvents(stage, 'answer-failed')).toEqual([]);
  },
);

test('a person of one company who presses what stands in the channel that both share reads what everybody may, and nothing of their own company', async () => {
  const { stage, sites } = await twoCompanies();
  const [{ casts, foreign }] = sites;
  const there = { channelId: 'C0SHARED' };
  await done(stage, () =>
    stage.slack.command({ appUrl: stage.appUrl, text: 'share 700001', userId: 'U0HAN', ...there }),
  );
  await press(stage, lastEphemeral(stage), 'meeting_share_confirm');
  const preview = onlyUnfurl(await paste(stage, openLinkOf(casts[0]), { userId: 'U0HAN', ...there }));
  for (const surface of [...(await messagesIn(stage, 'C0SHARED', 1)), preview])
    for (const actionId of new Set(buttonsIn(surface).map(({ action_id }) => String(action_id)))) {
      stage.slack.stacks.delete('U0FAR');
      if (actionId !== 'meeting_more') await press(stage, surface, actionId, { userId: 'U0FAR' });
    }
  const all = sentToSlack(stage);
  expect(found(all, ['Marked 770001'], 'person')).toHaveLength(1);
  for (const reader of ['person', 'channel'] as const)
    expect(found(all, [...foreign, ...secretMarkers(casts)], reader)).toEqual([]);
  expect(loggedEvents(stage, 'answer-failed')).toEqual([]);
});
