import type { SurfaceWords } from '../surface-words.ts';

const number = new Intl.NumberFormat('zh-CN');

export const surfaces: SurfaceWords = {
  details: '详情',
  detailsNamed: (title) => `查看 ${title} 的详情`,
  yours: '你的本地时间',
  meeting: '会议',
  addToCalendar: '添加到日历',
  calendarSent: '日历文件已发送到你与本应用的私信中。',
  postInThread: '发送到消息列',
  postedInThread: '卡片已发送到消息列。',
  cannotPost: '本应用无法在该频道中发送消息。请用 `/invite @Meeting Cards` 添加本应用，然后重试。',
  chooseMeeting: '这条消息提到了多个会议，要查看哪一个？',
  noneInMessage: '这条消息没有提到会议。你可以按会议号或链接查询：',
  findMeeting: '查找会议',
  find: '查找',
  findLabel: '要查找哪个会议？',
  findHint: '请输入会议号、会议链接或主持人密码。',
  hostLinkPasted: {
    host: '打开你所粘贴链接的人会成为以下会议的 *主持人*：',
    'co-host': '打开你所粘贴链接的人会成为以下会议的 *联席主持人*：',
  },
  hostLinkAdvice: '请编辑或删除你的消息。',
  useInstead: '请改为分享参会链接',
  today: '你今天的会议',
  nothingToday: '你今天没有会议。',
  meetingCount: (count) => `${number.format(count)}个会议`,
  yourMeetings: '你未来七天的会议',
  nothingThisWeek: '你未来七天没有会议。',
  agendaFailed: '会议服务暂无响应，无法显示你的会议。请稍后刷新。',
  recentlyLookedUp: '最近查询',
  nothingRecent: '你查询过的会议会显示在这里。',
  clearRecent: '清空列表',
  howToBegin: '开始使用',
  otherEntryPoints: '你还可以在提到会议的消息的菜单中选择 *Meeting details*，或在对话中粘贴会议链接。',
};
