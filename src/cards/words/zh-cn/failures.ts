import type { FailureCardWords, SearchedPlace } from '../failure-words.ts';

const number = new Intl.NumberFormat('zh-CN');

const PLACE: Readonly<Record<SearchedPlace, string>> = {
  agenda: '你从昨天到未来两周的会议',
  live: '正在进行的会议',
  'link-lookup': '会议服务',
};

export const failures: FailureCardWords = {
  throttled: (seconds) => ({
    what: '短时间内查询的会议过多。',
    next: `请在${number.format(seconds)}秒后重试。`,
  }),
  failure: {
    'not-found': {
      what: '没有找到这个会议号对应的会议。',
      next: '请核对邀请中的会议号。刚创建的会议可能要稍等片刻才能查到。',
    },
    'unknown-password': {
      what: '没有找到使用此主持人密码的会议。',
      next: '请改用会议号：`/meeting 649128`。',
    },
    'unknown-link': {
      what: 'Meeting Cards 尚不能识别此链接。',
      next: '请先用会议号查询一次（`/meeting 649128`），之后即可识别此会议的链接。',
    },
    refused: {
      what: '会议服务拒绝了请求。',
      next: '重试可能无效。如果会议号无误，请将此消息提供给 Meeting Cards 管理员。',
    },
    timeout: { what: '会议服务没有及时响应。', next: '你的请求没有问题，请稍后重试。' },
    unreachable: { what: '无法连接到会议服务。', next: '你的请求没有问题，请稍后重试。' },
    unreadable: {
      what: '无法读取会议服务的响应。',
      next: '你的请求没有问题，请重试。如果问题仍然存在，请联系 Meeting Cards 管理员。',
    },
    busy: { what: '当前正在查询的会议过多。', next: '你的请求没有问题，请过几秒再试。' },
    'no-account': {
      what: '管理员需要先连接会议账号。',
      next: '工作区管理员可以在 Meeting Cards 主页的“设置”中连接。',
    },
    'too-late': { what: 'Slack 没有及时收到响应。', next: '你的请求没有问题，请再次点击按钮。' },
    'too-many-windows': { what: 'Slack 最多叠放三个窗口。', next: '请关闭其中一个窗口，然后再次点击按钮。' },
    internal: {
      what: 'Meeting Cards 出现问题。',
      next: '你的请求没有问题，请重试。如果问题仍然存在，请联系 Meeting Cards 管理员。',
    },
  },
  searched: (places) =>
    `已在以下范围查找，未找到匹配的会议：${places.map((place) => PLACE[place]).join('、')}。`,
  vendorSays: (code, message) =>
    message === undefined ? `会议服务返回：${code}` : `会议服务返回：${code}，${message}`,
  forSupport: '请求号（供支持人员使用）：',
  noReference: {
    empty: '要查询哪个会议？请在命令后输入会议号。',
    words: '这不是会议号。',
    sign: '会议号不含正负号。',
    fraction: '会议号是整数。',
    'too-long': '内容过长，不是会议号。',
    'out-of-range': '会议号不可能是这个数字。',
    'foreign-link': '这不是此会议服务的会议链接。',
  },
  about: '显示会议卡片。',
  youTyped: '你输入了',
  usage: [
    '`/meeting 649128` 按会议号查询，仅你可见',
    '`/meeting share 649128` 按会议号查询，并分享到频道',
    '`/meeting today` 查看你今天的会议',
    '`/meeting 预算` 按标题、主持人或标签中的文字查找你自己的会议',
    '`/meeting settings` 设置卡片在频道中的使用方式',
    '`/meeting https://…` 按会议链接查询',
    '`/meeting 201501000037737137` 按主持人密码（13位或以上）查询',
  ],
};
