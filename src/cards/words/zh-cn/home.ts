import type { HomeWords } from '../home-words.ts';

export const home: HomeWords = {
  yourMeetings: '你未来七天的会议',
  nothingThisWeek: '你未来七天没有会议。',
  onToday: '今天',
  nothingElseToday: '今天没有其他会议。',
  agendaFailed: '会议服务暂无响应，无法显示你的会议。请稍后刷新。',
  worksWithoutProof:
    '你可以按会议号或链接查询会议、设置提醒，也可以使用他人分享的卡片。显示你自己的会议和 *我的入会方式* 则需要你的会议服务账号。',
  notConnected:
    'Meeting Cards 尚未在此工作区连接会议账号，因此无法查询会议。频道中已有的卡片会保持原样。请联系此工作区的所有者或管理员，在其主页上连接账号。',
  lastRequestFailed: '最近一次请求失败。',
  recentlyLookedUp: '最近查询',
  nothingRecent: '你查询过的会议会显示在这里。',
  clearRecent: '清空列表',
  howToBegin: '开始使用',
  otherEntryPoints: '你还可以在提到会议的消息的菜单中选择 *Show meeting details*，或在对话中粘贴会议链接。',
  getSupport: '获取 Meeting Cards 帮助',
};
