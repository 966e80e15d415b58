import { notes } from '../../sample-list.ts';
import type { Sample } from '../snapshot.ts';

const DIGITS_OF_A_PASSWORD = 13;

/** The sample meetings, and the references that are not a number. */
export const samples: readonly Sample[] = [
  ...Object.entries(notes).map(([id, note]) => ({
    text: `/meeting ${id.length >= DIGITS_OF_A_PASSWORD ? '#' : ''}${id}`,
    note,
  })),
  { text: '/meeting', note: 'help, in words' },
  { text: '/meeting design', note: 'words, looked for in your own meetings (as the host)' },
  { text: '/meeting 会议号：700 002', note: 'a number out of an invitation' },
  {
    text: 'See you at https://ntest.qsh1.cn/k/att700001',
    note: 'a meeting link gets a preview',
  },
  { text: 'Join by https://ntest.qsh1.cn/k/host700001', note: "a host's link makes anyone the host" },
  { text: 'Shall we meet in 700001 or in meeting 700002?', note: 'for Show meeting details in its menu' },
];
