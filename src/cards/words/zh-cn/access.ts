import type { AccessWords } from '../access-words.ts';

const number = new Intl.NumberFormat('zh-CN');

export const access: AccessWords = {
  myAccess: '我的入会方式',
  people: '参会人',
  startAsHost: '以主持人身份开始',
  joinAsCoHost: '以联席主持人身份入会',
  yourRole: '你的角色',
  audience: { public: '访客', attendee: '参会人', 'co-host': '联席主持人', host: '主持人' },
  accessOf: {
    public: '你看到的是所有人可见的内容：',
    attendee: '你是参会人：',
    'co-host': '你是联席主持人：',
    host: '你是主持人：',
  },
  accessForNow: '你目前只能看到部分内容：',
  onlyYou: '仅你可见。',
  knownAs: (name, userId) =>
    name === undefined
      ? `会议服务通过你的工作邮箱识别你为用户 ${userId}。`
      : `会议服务通过你的工作邮箱识别你为 ${name}（${userId}）。`,
  unproven: {
    'not-asked': '没有查询你在会议服务中的身份。',
    'other-workspace': '你来自其他工作区，因此没有向会议服务查询你的身份。',
    bot: '机器人在会议服务中没有身份。',
    'no-email': '你的 Slack 资料没有向本应用显示邮箱，因此无法匹配账号。',
    'unconfirmed-email': '你的 Slack 邮箱尚未验证。请先验证，然后重试。',
    'confirmation-unknown': 'Slack 没有说明你的邮箱是否已验证，因此无法用它匹配账号。',
    'unknown-to-vendor': '会议服务中没有与你的 Slack 邮箱对应的账号。',
    'could-not-check': '暂时无法确认你的身份。请稍后再点“我的入会方式”。',
  },
  notInvited: '你不在本次会议的名单中。',
  rightsNotConfirmed:
    '会议服务暂未确认你的角色，因此不显示与角色相关的链接和密码。请稍后再点“我的入会方式”。',
  hostPassword: '主持人密码',
  hostSecret: '主持人密钥',
  passphrase: '入会口令',
  streamPassword: '直播密码',
  h323: 'H.323 地址',
  roleLinks: '角色链接',
  roleLinksWarning: '打开链接的人即成为该角色',
  peopleCount: (count) => `${number.format(count)}人`,
  unnamed: '未提供姓名',
  noAnswer: '未回复',
  nobodyInvited: '本次会议的名单为空。',
  previousPage: '上一页',
  nextPage: '下一页',
  pageOf: (page, pages) => `第${number.format(page)}页，共${number.format(pages)}页`,
  close: '关闭',
};
