import type { AccessWords } from '../access-words.ts';

const number = new Intl.NumberFormat('zh-CN');

const NOT_CHECKED = '暂时无法查询你的会议服务账号，请稍后重试。';

export const access: AccessWords = {
  myAccess: '我的入会方式',
  people: '参会人',
  startAsHost: '以主持人身份开始',
  joinAsCoHost: '以联席主持人身份入会',
  yourRole: '你的角色',
  audience: { public: '访客', attendee: '参会人', 'co-host': '联席主持人', host: '主持人' },
  accessOf: {
    public: '你可以看到以下会议的公开信息：',
    attendee: '你是以下会议的参会人：',
    'co-host': '你是以下会议的联席主持人：',
    host: '你是以下会议的主持人：',
  },
  accessForNow: '目前你只能看到以下会议的部分信息：',
  onlyYou: '仅你可见。',
  knownAs: (name, userId) =>
    name === undefined
      ? `你的 Slack 邮箱属于会议服务用户 ${userId}。`
      : `你的 Slack 邮箱属于会议服务用户 ${name}（${userId}）。`,
  unproven: {
    'not-asked': '尚未查询你的会议服务账号。',
    'other-workspace': '你来自其他工作区，因此未查询你的会议服务账号。',
    bot: '机器人没有会议服务账号。',
    'no-email': 'Slack 没有向本应用提供你的邮箱，因此无法找到你的会议服务账号。',
    'unconfirmed-email': '你的 Slack 邮箱尚未验证。请在验证后重试。',
    'confirmation-unknown': 'Slack 没有说明你的邮箱是否已验证，因此无法找到你的会议服务账号。',
    'unknown-to-vendor': '没有会议服务账号使用你的 Slack 邮箱。',
    'no-account': '你的工作区尚未连接会议账号。',
    'could-not-check': NOT_CHECKED,
    'unknown-origin': NOT_CHECKED,
  },
  notInvited: '你不在此会议的参会人名单中。',
  rightsNotConfirmed:
    '会议服务尚未确认你的角色，因此不显示与角色相关的链接和密码。请稍后再次点击“我的入会方式”。',
  hostPassword: '主持人密码',
  hostSecret: '主持人密钥',
  passphrase: '入会口令',
  streamPassword: '直播密码',
  h323: 'H.323 地址',
  roleLinks: '角色链接',
  roleLinksWarning: '打开链接的人会获得相应的角色',
  peopleCount: (count) => `${number.format(count)}人`,
  unnamed: '姓名未知',
  noAnswer: '未回复',
  peopleOnlyForInvited: '仅受邀人员可查看参会名单。',
  nobodyInvited: '此会议没有参会人名单。',
  previousPage: '上一页',
  nextPage: '下一页',
  pageOf: (page, pages) => `第${number.format(page)}页，共${number.format(pages)}页`,
  close: '关闭',
};
