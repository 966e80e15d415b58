import type { AccountWords } from '../account-words.ts';

const number = new Intl.NumberFormat('zh-CN');

export const account: AccountWords = {
  account: {
    title: '会议账号',
    state: {
      deployment: '此工作区使用 Meeting Cards 默认提供的会议账号。',
      none: '尚未连接账号。连接之前，所有人都无法查询会议。',
      unreadable: '无法读取已保存的账号。重新连接之前，所有人都无法查询会议。',
      unavailable: '暂时无法显示账号，请稍后重试。',
      'not-allowed': '已保存账号的主机已不再允许使用。连接其他账号之前，所有人都无法查询会议。',
    },
    connectedOn: '连接时间：',
    connect: '连接账号',
    change: '更改账号',
    about: 'Meeting Cards 使用此账号查询本工作区的会议。',
    save: '保存',
    checking: '正在验证账号…',
    connected: '账号可用。Meeting Cards 现在使用此账号查询会议。',
    disconnect: '断开账号',
    disconnectQuestion: '已保存的用户 ID 和密钥将被删除。',
    disconnected: '账号已断开，密钥已删除。',
    host: { label: '主机', hint: '会议服务的主机。' },
    userId: { label: '用户 ID', hint: '以此会议用户的身份查询会议，仅含数字。' },
    token: {
      label: 'Token',
      hint: '如果你使用 App Key 和 App Secret，请留空。保存的密钥会加密，之后不再显示。',
    },
    key: { label: 'App Key', hint: '如果你使用 Token，请留空。' },
    secret: { label: 'App Secret', hint: '与 App Key 对应的密钥。' },
    domains: { label: '链接域名', hint: '会议链接的域名，以逗号分隔。留空则使用默认域名。' },
    keepsSecrets:
      'Token、App Key 和 App Secret 留空则继续使用已保存的密钥，已保存的密钥不会显示。如果更改主机或用户 ID，请重新输入。',
    fault: {
      'user-id': '用户 ID 仅含数字。',
      'token-or-key': '请输入 Token，或者 App Key 和 App Secret，二者选其一。',
      'key-without-secret': '请输入与此 App Key 对应的 App Secret。',
      'secret-without-key': '请输入与此 App Secret 对应的 App Key。',
      characters: '请检查：其中含有空格或无效字符。',
      domains: '请输入域名，例如 qsh1.cn，以逗号分隔。',
      'host-not-allowed': '不允许使用此主机，请选择其他主机。',
      'credentials-needed':
        '请重新输入 Token，或者 App Key 和 App Secret：已保存的密钥属于其他主机或用户 ID。',
      'changed-meanwhile': '另一位管理员刚刚更改了账号。请关闭此窗口，然后重新打开。',
      unavailable: '暂时无法保存账号，请稍后重试。',
      timeout: '会议服务没有及时响应，未保存任何内容。请稍后重试。',
      unreachable: '无法连接到此主机的会议服务，未保存任何内容。',
      unreadable: '此主机的响应不是会议服务的响应，未保存任何内容。',
      busy: '当前请求过多，未保存任何内容。请过几秒再试。',
    },
    refused: (code, message) => {
      const said = [code, message].filter((part) => part !== undefined).join('，');
      return `会议服务拒绝了此账号${said === '' ? '' : `（${said}）`}。请检查用户 ID 和密钥。`;
    },
    throttled: (seconds) => `尝试次数过多，请在${number.format(seconds)}秒后重试。`,
  },
};
