import { choices, type SettingsWords } from '../settings-words.ts';

export const settings: SettingsWords = {
  settings: '设置',
  openSettings: '打开设置',
  settingsOnHome: '你是此工作区的管理员，可以决定 Meeting Cards 在其中的使用方式。',
  settingsIntro: {
    workspace: '这些设置适用于整个工作区。已发布的卡片会在下次更新时或有人刷新时生效。',
    channel: '这些设置适用于此频道。你所做的更改会通知到频道。',
  },
  settingNames: {
    visibility: {
      label: '谁可以查看会议',
      hint: '选择“仅受邀人员”后，其他人只能看到会议存在、会议时间和主持人。频道中的卡片也是如此。',
      choice: choices({ everyone: '工作区所有成员', invited: '仅受邀人员' }),
    },
    confidential: {
      label: '保密会议',
      hint: '主持人设为保密的会议是否可以分享到频道，或显示在会议链接下方。',
      choice: choices({ shared: '可以在频道中显示', private: '不在频道中显示' }),
    },
    attendeePassword: {
      label: '参会密码',
      hint: '与其他公司共享的频道中，卡片始终不显示参会密码。',
      choice: choices({ hidden: '不在频道中显示', shown: '在频道中显示' }),
    },
    linkPreviews: {
      label: '链接预览',
      hint: '粘贴会议链接后，链接下方显示的内容。',
      choice: choices({ full: '完整卡片', compact: '小卡片', off: '不显示' }),
    },
    following: {
      label: '跟踪会议',
      hint: '此频道中的卡片是否随会议更新，以及会议改期或取消时是否在消息列中通知。',
      choice: choices({ on: '开启', off: '关闭' }),
    },
    locale: {
      label: '频道中卡片的语言',
      hint: '仅一人可见的卡片使用其本人的 Slack 语言。',
      choice: choices({ en: 'English', 'zh-CN': '简体中文' }),
    },
    cardZone: {
      label: '频道中卡片的时区',
      hint: '每个人还会看到自己时区的时间。',
      choice: (zone) => (zone === 'meeting' ? '会议自身的时区' : zone.replaceAll('_', ' ')),
    },
  },
  asAbove: {
    workspace: (choice) => `默认：${choice}`,
    channel: (choice) => `与工作区相同：${choice}`,
  },
  oneMoment: '请稍候…',
  save: '保存',
  settingsSaved: '更改已保存。',
  settingsUnchanged: '没有任何更改。',
  settingsNotSaved: '更改未能保存，请稍后重试。',
  settingsUnknown: '暂时无法显示设置，请稍后重试。',
  onlyAdmins: '只有此工作区的所有者和管理员可以更改 Meeting Cards 的设置。',
  onlyMembers: '只有此工作区的正式成员可以更改频道的设置。',
  standingUnknown: 'Slack 未能确认你是否可以更改这些设置，请稍后重试。',
  settingsNeedChannel: '这是频道的设置。请在频道中输入 `/meeting settings`。',
  changedSettings: '更改了 Meeting Cards 在此频道中的设置：',
};
