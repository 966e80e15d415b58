import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, respondTo } from './call.ts';
import { startSampleApp } from './sample-app.ts';
import { plain, section } from './sample-blocks.ts';
import { type SampleSlack, startSampleSlack } from './sample-slack.ts';

const HALF = '\ud83d';
const broken = { text: 'A card', blocks: [section(), section({ text: plain(`a${HALF}`) })] };

let reply: unknown;
let slack: SampleSlack;
let app: Awaited<ReturnType<typeof startSampleApp>>;
beforeEach(async () => {
  reply = '';
  slack = await startSampleSlack();
  app = await startSampleApp(() => ({ body: reply }));
});
afterEach(async () => {
  await app.close();
  await slack.close();
});

describe('half of a character is recorded', () => {
  it('in a call', async () => {
    await call(slack, 'chat.postMessage', { channel: 'C0TEAM', ...broken });
    expect(slack.violations).toEqual(['chat.postMessage: /blocks/1/text/text has half a character']);
  });

  it('in an answer to a command', async () => {
    reply = broken;
    await slack.command({ appUrl: app.appUrl, text: '649128' });
    expect(slack.violations).toEqual(['answer to the command: /blocks/1/text/text has half a character']);
  });

  it('in a post to a response URL', async () => {
    const { responseUrl } = await slack.command({ appUrl: app.appUrl, text: '649128' });
    await respondTo(responseUrl, broken);
    expect(slack.violations).toEqual(['response_url: /blocks/1/text/text has half a character']);
  });

  it('in an answer to a form', async () => {
    const input = { type: 'input', block_id: 'one', label: plain('One') };
    const element = { type: 'plain_text_input', action_id: 'one' };
    const view = {
      type: 'modal',
      title: plain('Form'),
      submit: plain('Send'),
      blocks: [{ ...input, element }],
    };
    await call(slack, 'views.open', { trigger_id: slack.triggers.mint('U0HAN'), view });
    const [opened] = slack.views.values();
    if (opened === undefined) throw new Error('no form was opened');
    reply = { response_action: 'errors', errors: { one: `Not ${HALF}` } };
    await slack.submitView({ appUrl: app.appUrl, view: opened, values: { one: 'x' } });
    expect(slack.violations).toEqual(['view_submission: /errors/one has half a character']);
  });

  it('in another workspace, too', async () => {
    const far = slack.addWorkspace({ teamId: 'T0FAR' });
    reply = broken;
    await far.command({ appUrl: app.appUrl, text: '649128' });
    expect(slack.violations).toHaveLength(1);
  });
});
