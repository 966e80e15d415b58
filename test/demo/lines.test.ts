import { describe, expect, it } from 'vitest';
import { readArguments } from '../../demo/arguments.ts';
import { readLine } from '../../demo/lines.ts';
import { notes } from '../../demo/sample-list.ts';
import { sampleMeetings } from '../../sandbox/conference/meetings.ts';

describe('a line typed into the demo', () => {
  it.each([
    ['/meeting 700001', { kind: 'meeting', text: '700001' }],
    ['  /meeting  #7 0 ', { kind: 'meeting', text: '#7 0' }],
    ['/meeting', { kind: 'meeting', text: '' }],
    ['/meetings', { kind: 'unknown' }],
    ['as co-host', { kind: 'as', role: 'co-host' }],
    ['as toString', { kind: 'unknown' }],
    ['share', { kind: 'press', actionId: 'meeting_share' }],
    ['', { kind: 'nothing' }],
    ['quit', { kind: 'quit' }],
    ['700001', { kind: 'unknown' }],
  ])('%j', (line, expected) => {
    expect(readLine(line)).toEqual(expected);
  });
});

describe('the arguments of the demo', () => {
  it.each([
    [[], { kind: 'run', reference: '649128', once: false }],
    [['--once'], { kind: 'run', reference: '649128', once: true }],
    [['700', '001', '--once'], { kind: 'run', reference: '700 001', once: true }],
  ])('%j', (given, expected) => {
    expect(readArguments(given)).toEqual(expected);
  });

  it('are refused with a sentence when they are not known', () => {
    expect(readArguments(['--slowly']).kind).toBe('fault');
  });
});

it('the list of sample meetings names each of them', () => {
  const ids = new Set(sampleMeetings(Date.now()).map(({ eventId }) => String(eventId)));
  expect(new Set(Object.keys(notes))).toEqual(ids);
});
