import type { ChangeWords } from '../change-words.ts';
import { durationFormat } from '../durations.ts';

const duration = durationFormat('zh-CN', { separator: '', unitDisplay: 'long' });
const number = new Intl.NumberFormat('zh-CN');

export const changes: ChangeWords = {
  inMeeting: (count) => `${number.format(count)}人在会`,
  inMeetingNow: (count) => `当前在会（${number.format(count)}人）`,
  lasted: (seconds) => `时长${duration(seconds)}`,
  nextOn: '下次会议：',
  meetingCancelled: '会议已取消',
  meetingMoved: '会议时间已变更',
  gone: '已不存在',
  goneWhy: '会议服务中已没有此编号的会议。',
  meetingGone: '会议已不存在',
  fromTo: (from, to) => `由 ${from} 改为 ${to}`,
  willNotUpdate: '此卡片不会自动更新。邀请 @Meeting Cards 加入后，新分享的卡片会自动更新。',
  removeCard: '移除此卡片',
  onlySharerRemoves: '只有分享此卡片的人才能将其移除。',
};
