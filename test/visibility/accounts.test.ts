import { describe, expect, test } from 'vitest';
import { accountsPath } from '../../sandbox/conference/endpoints.ts';
import { accountOf, host } from '../../sandbox/conference/samples/people.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { ATTENDEES, accessOf, CO_HOSTS, HOSTS } from '../support/access.ts';
import { onStage } from '../support/on-stage.ts';

const EMAIL = host.email;
const account = (fields: object = {}): string => JSON.stringify({ ...accountOf(host), ...fields });

/** What someone with this address in Slack reads in *My access*, while the conference service says this of addresses. */
async function accessWith(email: string, result: string) {
  const stage = await onStage();
  stage.slack.people.set('U0ZED', person({ id: 'U0ZED', email }));
  stage.conference.fault(
    { kind: 'raw', body: `{"status":0,"result":${result}}` },
    Number.POSITIVE_INFINITY,
    accountsPath,
  );
  const shown = await accessOf(stage, 'U0ZED');
  const asked = stage.conference.questions.filter(({ path }) => path === accountsPath);
  return { shown, asked: asked.map(({ rawBody }) => rawBody) };
}

test.each([
  ['as it is', EMAIL, EMAIL],
  ['in other letter case in Slack', 'MeiMei.Han@Example.com', EMAIL],
  ['in other letter case at the service', EMAIL, 'MEIMEI.HAN@EXAMPLE.COM'],
])('the address %s proves its account', async (_how, email, key) => {
  const { shown } = await accessWith(email, `{"${key}":${account({ email: key })}}`);
  expect(shown).toContain(en.accessOf.host);
});

describe('an answer proves nobody', () => {
  const other = 'polly.parker@example.com';

  test.each([
    ['under an address with a blank behind it', `{"${EMAIL} ":${account()}}`],
    ['under an address with a blank before it', `{"\\t${EMAIL}":${account()}}`],
    [
      'under an address with a letter that only looks the same',
      `{"me\u0456mei.han@example.com":${account()}}`,
    ],
    [
      'under an address that is the same when folded by Unicode',
      `{"meimei.han@example.c\uff4fm":${account()}}`,
    ],
    ['under another address', `{"${other}":${account()}}`],
    ['that says another address', `{"${EMAIL}":${account({ email: other })}}`],
    ['that says the address with a blank', `{"${EMAIL}":${account({ email: `${EMAIL} ` })}}`],
    ['that has a list instead of an address', `{"${EMAIL}":${account({ email: [EMAIL] })}}`],
    [
      'with two entries that differ in letter case',
      `{"${EMAIL}":${account()},"MEIMEI.han@example.com":${account()}}`,
    ],
    [
      'with an entry of another account in other letter case',
      `{"${EMAIL}":${account()},"MEIMEI.han@example.com":{}}`,
    ],
    [
      'with two accounts under the very address',
      `{"${EMAIL}":${account({ userId: 1 })},"${EMAIL}":${account()}}`,
    ],
    [
      'with two accounts the other way round',
      `{"${EMAIL}":${account()},"${EMAIL}":${account({ userId: 1 })}}`,
    ],
    ['with three accounts', `{"${EMAIL}":${account({ userId: 1 })},"${EMAIL}":{},"${EMAIL}":${account()}}`],
    ['with a list of accounts', `{"${EMAIL}":[${account()}]}`],
    ['with an account with two ids', `{"${EMAIL}":{"userId":1,"userId":${host.userId}}}`],
    ['with an account without an id', `{"${EMAIL}":${account({ userId: null })}}`],
    ['given twice', `{},"result":{"${EMAIL}":${account()}}`],
  ])('%s', async (_what, result) => {
    const { shown, asked } = await accessWith(EMAIL, result);
    expect(shown).toContain(en.accessOf.public);
    for (const secrets of [ATTENDEES, CO_HOSTS, HOSTS]) expect(shown).not.toMatch(secrets);
    expect(asked).toHaveLength(1);
  });

  test('an answer that says one account twice is one', async () => {
    const { shown } = await accessWith(EMAIL, `{"${EMAIL}":${account()},"${EMAIL}":${account()}}`);
    expect(shown).toContain(en.accessOf.host);
  });
});

describe('an address proves nobody, and is not asked about', () => {
  test.each([
    ['with a letter outside ASCII', 'mei\u043cei.han@example.com'],
    ['with the Kelvin sign, which Unicode folds into k', 'lu\u212ay@example.com'],
    ['with full-width letters', '\uff4deimei.han@example.com'],
    ['with a blank', 'meimei.han@example.com '],
    ['with a control character', 'meimei.han\u0000@example.com'],
    ['without a host', 'meimei.han'],
    ['that is two', 'meimei.han@example.com@example.org'],
  ])('%s', async (_what, email) => {
    const { shown, asked } = await accessWith(
      email,
      JSON.stringify({ [email]: accountOf(host), [email.toLowerCase()]: { ...accountOf(host), email } }),
    );
    expect(shown).toContain(en.accessOf.public);
    expect(shown).toContain(en.unproven['unknown-to-vendor']);
    expect(asked).toEqual([]);
  });
});

test('where Slack does not say whether an address is confirmed, its owner is told just that, in their language', async () => {
  const stage = await onStage();
  const zed = { email: EMAIL, isEmailConfirmed: undefined };
  stage.slack.people.set('U0ZED', person({ ...zed, id: 'U0ZED' }));
  stage.slack.people.set('U0ZHU', person({ ...zed, id: 'U0ZHU', locale: 'zh-CN' }));
  expect(await accessOf(stage, 'U0ZED')).toContain(
    'Slack does not say whether your email address is confirmed',
  );
  expect(await accessOf(stage, 'U0ZHU')).toContain(zh.unproven['confirmation-unknown']);
  expect(stage.conference.questions.filter(({ path }) => path === accountsPath)).toEqual([]);
});
