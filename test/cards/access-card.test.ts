import { describe, expect, test } from 'vitest';
import { violationsOfMessage } from '../../sandbox/block-kit/message.ts';
import { coHost, host, invited } from '../../sandbox/conference/samples/people.ts';
import type { WireMeeting } from '../../sandbox/conference/wire.ts';
import { accessCard } from '../../src/cards/access-card.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { PRIVATE, viewFor } from '../../src/core/audience.ts';
import { vendorUserId } from '../../src/core/ids.ts';
import type { Viewer } from '../../src/core/viewer.ts';
import { currentCopy } from '../support/card-options.ts';
import { decoded } from '../support/decoded.ts';
import { buttonsIn, shownIn } from '../support/reading.ts';
import { second } from '../support/units.ts';

const LIVE = second(1_924_912_000);
const OVER = second(1_925_000_000);

function access(digits: string | undefined, overrides: WireMeeting = {}, now = LIVE) {
  const userId = vendorUserId(digits ?? '');
  const viewer: Viewer =
    userId === undefined
      ? { kind: 'unproven', reason: 'no-email' }
      : { kind: 'proven', userId, name: '<@U1> *Han*' };
  const card = accessCard(viewFor(decoded(overrides), viewer, PRIVATE), viewer, en, now, currentCopy(now));
  expect(violationsOfMessage({ ...card })).toEqual([]);
  return { card, shown: shownIn(card) };
}
const labels = (card: object): unknown[] => buttonsIn(card).map(({ action_id }) => action_id);

describe('My access', () => {
  test('names the reader’s role and account, and says that only they can see it', () => {
    const { shown } = access('88893351');
    expect(shown).toContain('*You are the host of* 季度评审 · Quarterly review');
    expect(shown).toContain('Only you can see this. Your Slack email address belongs to');
    expect(shown).toContain('(user 88893351)');
    expect(shown).toContain('&lt;@U1&gt;');
  });

  test('tells a proven person who is not invited that they are not on the attendee list', () => {
    expect(access('99').shown).toContain(en.notInvited);
  });

  test('tells an unproven person why they are unproven', () => {
    expect(access(undefined).shown).toContain(en.unproven['no-email']);
  });

  test('gives the host every role link and the co-host link, each by its name', () => {
    const { shown } = access('88893351');
    for (const name of ['采购代理', '监管-看视频', '评标人', 'Observer', 'Join as co-host'])
      expect(shown).toContain(`|${name}>`);
  });

  test('has the button of the reader’s own role first', () => {
    expect(labels(access(String(host.userId)).card)[0]).toBe('meeting_join_host');
    expect(labels(access(String(coHost.userId)).card)[0]).toBe('meeting_join_co_host');
    expect(labels(access('99').card)[0]).toBe('meeting_join');
  });

  test('has no join buttons and no role links once the meeting is over', () => {
    const { card, shown } = access('88893351', {}, OVER);
    expect(labels(card)).toEqual([]);
    expect(shown).not.toContain('qsh1.cn');
    expect(shown).toContain('201501990001700001');
  });

  test('shows H.323 addresses only if the meeting allows them', () => {
    expect(access('88893351').shown).toContain('192.168.37.91');
    const forbidden = { calExtraInfo: { allowH323: 0 } };
    expect(access('88893351', forbidden).shown).not.toContain('192.168.37.91');
  });

  test('stays within the limits with many roles of endless names', () => {
    const btplRole = Array.from({ length: 200 }, (_, nth) => ({
      roleId: nth,
      roleName: '角色'.repeat(500),
      managerType: (nth % 3) + 1,
      link: `https://stest.qsh1.cn/a/${'x'.repeat(500)}${nth}`,
    }));
    expect(access('88893351', { btplRole, attendList: [invited(host, { roleId: 0 })] }).shown).toContain(
      'more',
    );
  });
});
