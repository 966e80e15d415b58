import type { InstallWords } from '../install-words.ts';

export const install: InstallWords = {
  installPages: {
    installed: {
      title: 'Meeting Cards 已安装',
      text: '在任意频道输入 /meeting 和会议号即可使用。Meeting Cards 已向你发送消息，介绍后续步骤。',
    },
    'installed-organisation': {
      title: 'Meeting Cards 已安装到你的组织',
      text: '接下来，请选择可以使用它的工作区。',
    },
    declined: {
      title: 'Meeting Cards 未安装',
      text: '你已取消安装，工作区没有任何更改。',
    },
    stale: {
      title: '链接已失效',
      text: '安装链接只能使用一次，十分钟内有效。请重新开始安装。',
    },
    'other-browser': {
      title: '安装是在另一个浏览器中开始的',
      text: '为保护你的工作区，安装必须在同一个浏览器中完成。请在此浏览器中重新开始。',
    },
    refused: {
      title: 'Slack 未允许此次安装',
      text: 'Meeting Cards 未安装。你的工作区可能需要管理员先批准此应用。',
    },
    'slack-failed': {
      title: 'Slack 未能完成安装',
      text: 'Meeting Cards 未安装。请稍后重试。如果问题仍然存在，请联系向你提供链接的人。',
    },
    unavailable: {
      title: '暂时无法安装 Meeting Cards',
      text: 'Meeting Cards 未能保存安装信息，请过几分钟再试。',
    },
    busy: {
      title: '当前安装请求过多',
      text: '请一分钟后重试。',
    },
  },
  installAgain: '安装 Meeting Cards',
  openSlack: '打开 Slack',
  openInBrowser: '在浏览器中打开 Slack',
  addToWorkspaces: '选择工作区',
  notInstalled: '此工作区未安装 Meeting Cards。请联系工作区管理员重新安装。',
  welcome: {
    title: 'Meeting Cards 已安装。',
    steps: [
      '在任意频道输入 `/meeting` 和会议号。在你分享之前，卡片仅你可见。',
      '在频道中粘贴会议链接，链接下方会显示一张小卡片。',
      '打开“主页”标签，查看你本周的会议。',
      '如需在私有频道分享卡片，请先将应用添加到频道：`/invite @Meeting Cards`。',
    ],
  },
};
