import type { WireMeeting } from '../wire.ts';
import { plainMeeting } from './builders.ts';
import { host, invited, outsider } from './people.ts';
import { managerType, role } from './roles.ts';
import { room, venue } from './rooms.ts';
import { clockTime, lasting } from './times.ts';

const turnedRound = '\u202Egnp.exe\u202C';

/** Every text that somebody could have typed tries to be more than text, and some links are not links. */
export function unpleasant(nowMs: number): WireMeeting {
  return plainMeeting(700_011, {
    title: '<!channel> <https://evil.example|click> *bold* & "q"',
    hostName: '<@U123> `韩` _梅梅_ 👩🏽‍💻',
    ...lasting(clockTime(nowMs, 1, '17:00'), 60),
    attendeeJoinUrl: 'https://ntest.qsh1.cn/k/odd?a=1&b=<2>|3',
    webRTCUrl: 'javascript:alert(1)',
    wcallurl: 'no link at all',
    joinConfSelTag: 1,
    joinConfTags: '<!here>,*tag*,,  ',
    houseList: [
      room(6701, '<!everyone> & ~杏花村~\nsecond line', { IsMainRoom: venue.main, City: '*', Location: '' }),
      room(6702, turnedRound, { City: '<#C123>', Location: '>quoted', Floor: '<b>1</b>' }),
    ],
    attendList: [
      invited(host, { roleId: 1000, displayName: '<@U123>' }),
      outsider('שרה כהן', { companyName: '<https://evil.example|Slack>' }),
      outsider('👨‍👩‍👧‍👦 :tada: <!subteam^S123>', { status: 'A' }),
      outsider('', { status: 'R', phoneName: '' }),
      outsider(turnedRound, { status: '?', userType: 9, roleId: 999_999 }),
    ],
    btplRole: [
      role(1003, '<https://evil.example|评标人> @here', managerType.participant, 700_011),
      { ...role(1004, '', managerType.participant, 700_011), link: 'javascript:alert(2)' },
      { ...role(1005, 'Rank unknown', 7, 700_011) },
    ],
    calExtraInfo: {
      openWatchword: 1,
      eventWatchword: '`<!channel>`',
      labels: '["<!channel>","*b*"',
      allowH323: 0,
    },
  });
}
