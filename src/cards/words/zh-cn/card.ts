import type { CardWords } from '../card-words.ts';
import { agoFormat, durationFormat } from '../durations.ts';

const duration = durationFormat('zh-CN', { separator: '', unitDisplay: 'long' });
const number = new Intl.NumberFormat('zh-CN');

const response = { accepted: '已接受', confirmed: '已确认', declined: '已拒绝' } as const;

export const card: CardWords = {
  untitled: '未命名会议',
  phase: { cancelled: '已取消', upcoming: '未开始', live: '进行中', ended: '已结束' },
  scheduled: '已安排',
  timeNotGiven: '时间未提供',
  needsTime: '此会议的时间未提供，暂时无法操作。',
  startsIn: (seconds) => `${duration(seconds)}后开始`,
  endsIn: (seconds) => `${duration(seconds)}后结束`,
  endedAgo: agoFormat('zh-CN'),
  mode: { video: '视频会议', data: '数据会议' },
  onSiteOnly: '仅限现场参会',
  when: '会议时间',
  yourTime: '你的本地时间',
  where: '地点',
  equipment: '设备',
  venue: { room: undefined, main: '主会场', branch: '分会场' },
  floor: (floor) => `${floor}层`,
  approval: {
    waiting: '待审批',
    'not-approved': '审批未通过',
    cancelled: '会议室已取消',
  },
  more: (count) => `另有${number.format(count)}项`,
  host: '主持人',
  invited: '已邀请',
  invitedCount: (count) => `${number.format(count)}人`,
  response,
  responseCount: (count, answer) => `${number.format(count)}人${response[answer]}`,
  joinAs: '以角色入会',
  also: '其他方式',
  callMe: '呼叫我',
  liveStream: '直播',
  linkTooLong: '链接过长，无法在此显示',
  join: '入会',
  joinInBrowser: '在浏览器中入会',
  joinNamed: (title) => `入会：${title}`,
  share: '分享到频道',
  refresh: '刷新',
  tryAgain: '重试',
  recurring: '周期会议',
  signInNeeded: '需要登录',
  passphraseAsked: '需要入会口令',
  confidential: '保密会议',
  joinTags: (tags) => `入会时选择标签：${tags}`,
  onlyForInvited: (hostName) =>
    hostName === undefined
      ? '仅受邀人员可在此查看会议的更多信息。'
      : `仅受邀人员可在此查看会议的更多信息。如有疑问，请联系主持人 ${hostName}。`,
  numberedMeeting: (id) => `会议 ${id}`,
  meetingNumber: (id) => `会议号 ${id}`,
  conferenceNumber: (id) => `会议室号 ${id}`,
  typedOther: {
    'conference-number': (id) =>
      `你输入的是会议室号。此会议的会议号是 *${id}*，下次请使用 \`/meeting ${id}\`。`,
    'attendee-password': (id) =>
      `你输入的是参会密码。会议号无需保密，此会议的会议号是 *${id}*，下次请使用 \`/meeting ${id}\`。`,
  },
  asOf: '更新于',
  staleAsOf: '会议服务暂无响应，信息更新于',
  attendeePassword: '参会密码',
  sharedBy: '分享人',
  lookingUp: '正在查询会议…',
  listSeparator: '，',
  colon: '：',
  fullStop: '。',
};
