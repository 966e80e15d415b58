import fc from 'fast-check';
import { type Node, NodeType, parse } from 'slack-message-parser';
import { describe, expect, test } from 'vitest';
import { mrkdwnProblems } from '../../sandbox/block-kit/mrkdwn.ts';
import { Mrkdwn, mrkdwn } from '../../src/cards/mrkdwn.ts';
import { webLink } from '../../src/core/ids.ts';

/** Texts of the signs that mean something in mrkdwn, with letters, digits and blanks between. */
const foreign = fc
  .array(
    fc.constantFrom(
      ...'*_~`<>|&:#@!/.,\n ',
      'a',
      '1',
      '10:30',
      '30',
      '-',
      '季',
      '\u0301',
      '\ud83d',
      '＊',
      '＿',
      '：',
      ':x:',
      ':warning:',
      '<!channel>',
      '<https://evil.example|x>',
      '&gt;',
      '\u200b',
    ),
    { minLength: 1, maxLength: 25 },
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => /[a-z0-9季]/.test(text));

/** What is between the colons of `10:30:45` and of `10:30-11:30`; no emoji has such a name. */
const TIME = /^[0-9]{2}(?:[-–—~～至到][0-9]{1,2})?$/;

const OURS: ReadonlySet<string> = new Set(['calendar', 'key']);

function all(node: Node): Node[] {
  return [node, ...('children' in node ? node.children.flatMap(all) : [])];
}

/** What an independent reader of Slack's markup finds in a text: styles, code, emoji that are not ours, links, mentions, quotations. */
function marked(text: Mrkdwn): Node[] {
  expect(mrkdwnProblems(text.toString())).toEqual([]);
  return all(parse(text.toString())).filter(
    (node) =>
      ![NodeType.Root, NodeType.Text].includes(node.type) &&
      !(node.type === NodeType.Emoji && (OURS.has(node.name) || TIME.test(node.name))),
  );
}

const every = (check: (text: string) => void): void =>
  fc.assert(fc.property(foreign, check), { numRuns: 2000 });

describe('a foreign text, whatever marks it has', () => {
  test('is not styled, and is not an emoji, link, mention or quotation', () => {
    every((text) => {
      expect(marked(mrkdwn`${text}`)).toEqual([]);
      expect(marked(mrkdwn`:key: *When*\n${text}\n${text} · 10:30`)).toMatchObject([{ source: '*When*' }]);
    });
  });

  test('in our bold is bold from its first character to its last', () => {
    every((text) => {
      const shown = mrkdwn`${text}`;
      const found = marked(mrkdwn`*${text}* · :calendar: soon\n${text}`);
      expect(found).toMatchObject([{ type: NodeType.Bold, source: `*${shown}*` }]);
    });
  });

  test('as the label of a link stays within it', () => {
    const address = webLink('https://a.example/?b=*c*&d=_e_');
    if (address === undefined) throw new Error('It is an address.');
    every((text) => {
      const link = Mrkdwn.link(address, text);
      const found = marked(mrkdwn`Join ${link} · ${text}`);
      expect(found).toMatchObject([{ type: NodeType.URL, source: link.toString() }]);
    });
  });

  test('as code is one span', () => {
    every((text) => {
      expect(marked(mrkdwn`Password ${Mrkdwn.code(text)}`)).toMatchObject([{ type: NodeType.Code }]);
    });
  });
});
