import type { FailureCardWords } from '../failure-words.ts';

const number = new Intl.NumberFormat('zh-CN');

export const failures: FailureCardWords = {
  throttled: (seconds) => ({
    what: '短时间内查询的会议太多。',
    next: `请在${number.format(seconds)}秒后重试。`,
  }),
  failure: {
    'not-found': { what: '没有这个会议号。', next: '请核对邀请中的会议号；刚创建的会议可能要稍等才能查到。' },
    'unknown-password': { what: '没有会议使用这个主持人密码。', next: '请改用会议号：`/meeting 649128`。' },
    'unknown-link': {
      what: '这个链接还没有出现过，不知道它对应哪个会议。',
      next: '请先用会议号查询一次（`/meeting 649128`），之后它的链接就能识别。',
    },
    refused: {
      what: '会议服务拒绝了查询。',
      next: '重试多半没有用。如果会议号无误，请把这条消息给 Meeting Cards 的管理员看。',
    },
    timeout: { what: '会议服务没有及时响应。', next: '你输入的内容没有问题，请稍后重试。' },
    unreachable: { what: '无法连接会议服务。', next: '你输入的内容没有问题，请稍后重试。' },
    unreadable: {
      what: '会议服务的回复无法读取。',
      next: '你输入的内容没有问题，请重试；如果一直如此，请告诉 Meeting Cards 的管理员。',
    },
    busy: { what: '现在同时查询的会议太多。', next: '你输入的内容没有问题，请过几秒再试。' },
    'too-late': { what: 'Slack 没有等到回复。', next: '你的操作没有问题，请再点一次。' },
    'too-many-windows': { what: 'Slack 最多叠放三个窗口。', next: '请关闭其中一个，然后再点一次。' },
    internal: {
      what: 'Meeting Cards 出了问题。',
      next: '你输入的内容没有问题，请重试；如果一直如此，请告诉 Meeting Cards 的管理员。',
    },
  },
  vendorSays: (code, message) =>
    message === undefined ? `会议服务返回：${code}` : `会议服务返回：${code}，${message}`,
  forSupport: '联系支持时请提供请求号',
  noReference: {
    empty: '哪个会议？请在命令后输入会议号。',
    words: '这不是会议号。',
    sign: '会议号前面没有正负号。',
    fraction: '会议号是整数。',
    'too-long': '这对会议号来说太长了。',
    'out-of-range': '没有这样的会议号。',
    'foreign-link': '这不是本会议服务的会议链接。',
  },
  about: '显示会议卡片。',
  youTyped: '你输入了',
  usage: [
    '`/meeting 649128` 查询这个会议号，仅你可见',
    '`/meeting share 649128` 查询并发给整个频道',
    '`/meeting today` 你今天的会议',
    '`/meeting https://…` 会议链接对应的会议',
    '`/meeting 201501000037737137` 使用这个主持人密码（十三位或以上）的会议',
  ],
};
