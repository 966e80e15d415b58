import type { SurfaceWords } from '../surface-words.ts';

const number = new Intl.NumberFormat('zh-CN');

export const surfaces: SurfaceWords = {
  details: '详情',
  detailsNamed: (title) => `${title} 的详情`,
  yours: '你的时间',
  meeting: '会议',
  addToCalendar: '添加到日历',
  calendarSent: '日历文件已发到你与本应用的私信中。',
  postInThread: '发到消息列',
  postedInThread: '卡片已发到该消息列。',
  cannotPost: '卡片无法发出：本应用不能在该频道发言。请用 `/invite @Meeting Cards` 邀请它，然后重试。',
  chooseMeeting: '这条消息里有多个会议，要看哪一个？',
  noneInMessage: '这条消息里没有找到会议。可以用会议号或链接查询：',
  findMeeting: '查找会议',
  find: '查找',
  findLabel: '哪个会议？',
  findHint: '会议号、任一会议链接或主持人密码。',
  hostLinkPasted: {
    host: '你贴出的链接会让任何打开它的人成为*主持人*：',
    'co-host': '你贴出的链接会让任何打开它的人成为*联席主持人*：',
  },
  hostLinkAdvice: '建议收回：请编辑或删除你的消息。',
  useInstead: '可以给所有人的链接',
  today: '你今天的会议',
  nothingToday: '你今天没有会议。',
  meetingCount: (count) => `${number.format(count)}个会议`,
  yourMeetings: '你未来七天的会议',
  nothingThisWeek: '你未来七天没有会议。',
  agendaFailed: '会议服务暂无响应，无法显示你的会议。请稍后刷新。',
  recentlyLookedUp: '最近查询',
  nothingRecent: '你查询过的会议会出现在这里。',
  clearRecent: '清空列表',
  howToBegin: '如何开始',
  otherEntryPoints: '也可以在含有会议的消息菜单中选择 *Meeting details*，或在对话中粘贴会议链接。',
};
