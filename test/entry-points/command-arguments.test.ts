import { describe, expect, test } from 'vitest';
import { listPath } from '../../sandbox/conference/endpoints.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { asked, lastEphemeral, messagesIn, onStage, PLAIN, types } from '../support/on-stage.ts';
import { buttonsIn, shownIn } from '../support/reading.ts';

describe('/meeting alone', () => {
  test('opens with help and the person’s recent meetings', async () => {
    const stage = await onStage();
    await types(stage, '700001');
    await types(stage, '700002');
    await types(stage, '700003', { userId: 'U0POLLY' });
    const { shown } = await types(stage, '');
    expect(shown).toContain('`/meeting 649128`');
    expect(shown).toContain(en.recentlyLookedUp);
    expect(shown.indexOf('700002')).toBeLessThan(shown.indexOf('700001'));
    expect(shown).not.toContain('700003');
    expect(stage.slack.violations).toEqual([]);
  });

  test('says nothing about recent meetings if there are none', async () => {
    const stage = await onStage();
    expect((await types(stage, '')).shown).not.toContain(en.recentlyLookedUp);
  });
});

describe('/meeting today', () => {
  test.each(['today', 'TODAY', ' today ', '今天'])(
    'as %s shows the person’s meetings of today',
    async (text) => {
      const stage = await onStage();
      stage.slack.people.set('U0ZED', person({ id: 'U0ZED', email: 'meimei.han@example.com' }));
      const { shown, answer } = await types(stage, text, { userId: 'U0ZED' });
      expect(shown).toContain('Quarterly review');
      expect(shown).toContain('Stand-up');
      expect(shown).not.toContain('Design review');
      expect(answer.body).toMatchObject({ response_type: 'ephemeral' });
      expect(stage.slack.violations).toEqual([]);
    },
  );

  test('means the day that it is where the person is', async () => {
    const stage = await onStage();
    const tz = 'Pacific/Auckland';
    stage.slack.people.set('U0ZED', person({ id: 'U0ZED', email: 'meimei.han@example.com', tz }));
    await types(stage, 'today', { userId: 'U0ZED' });
    const [question] = stage.conference.questions.filter(({ path }) => path === listPath);
    const from = Date.UTC(2030, 11, 29, 11) / 1000;
    expect(question?.body).toMatchObject({ startTime: from, endTime: from + 86_400 });
  });

  test('says so if there are none', async () => {
    const stage = await onStage();
    expect((await types(stage, 'today', { userId: 'U0POLLY' })).shown).toContain(en.nothingToday);
  });

  test('says why it cannot know', async () => {
    const stage = await onStage();
    expect((await types(stage, 'today')).shown).toContain(en.unproven['no-email']);
  });

  test('says so where the endpoint fails', async () => {
    const stage = await onStage();
    stage.conference.fault({ kind: 'http', status: 500 }, Number.POSITIVE_INFINITY, listPath);
    const { shown } = await types(stage, 'today', { userId: 'U0POLLY' });
    expect(shown).toContain(en.failure.unreachable.what);
  });
});

describe('/meeting share', () => {
  test.each(['share 700001', 'Share  #700001', '分享 700001', 'share <https://ntest.qsh1.cn/k/att700001|x>'])(
    'as %s posts the public card to the channel at once',
    async (text) => {
      const stage = await onStage();
      await types(stage, '700001', { userId: 'U0POLLY' });
      await types(stage, text, { userId: 'U0ANN' });
      const [message] = await messagesIn(stage, 'C0TEAM', 1);
      expect(shownIn(message)).toContain('Quarterly review');
      expect(shownIn(message)).toContain('Shared by <@U0ANN>');
      const ids = buttonsIn(message).map(({ action_id }) => action_id);
      expect(ids).toContain('meeting_access');
      expect(ids).not.toContain('meeting_share');
      expect(stage.slack.violations).toEqual([]);
    },
  );

  test('tells who typed it alone where there is nothing to share', async () => {
    const stage = await onStage();
    await types(stage, 'share 123456', { userId: PLAIN });
    expect(shownIn(lastEphemeral(stage))).toContain(en.failure['not-found'].what);
    expect(stage.slack.channels.get('C0TEAM')?.messages).toEqual([]);
  });

  test('without a meeting asks for one', async () => {
    const stage = await onStage();
    expect((await types(stage, 'share')).shown).toContain(en.noReference.empty);
    expect(asked(stage)).toEqual([]);
  });
});

test.each(['todays', 'sharing 700001', 'helpful', 'today 700001', 'share700001'])(
  '%s is not a sub-command, for these are whole words',
  async (text) => {
    const stage = await onStage();
    expect((await types(stage, text)).shown).toContain(en.noReference.words);
    expect(stage.slack.channels.get('C0TEAM')?.messages).toEqual([]);
    expect(stage.conference.questions).toEqual([]);
  },
);
