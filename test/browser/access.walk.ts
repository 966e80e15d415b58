import { describe, expect, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk();

describe('my access', () => {
  it.each([
    {
      who: 'stranger',
      name: 'My access',
      taken: 'You see the public details of',
      why: 'not on the attendee list',
    },
    { who: 'attendee', name: 'My access', taken: 'You are an attendee of', why: 'belongs to Lucy Brown' },
    { who: 'coHost', name: '我的入会方式', taken: '你是以下会议的联席主持人', why: '会议服务用户 李雷' },
    { who: 'host', name: 'My access', taken: 'You are the host of', why: 'belongs to 韩梅梅' },
  ] as const)('of the $who', async ({ who, name, taken, why }) => {
    const visitor = await visit(who);
    await visitor.say('/meeting 700001');
    await visitor.newest().getByRole('button', { name }).click();
    await see(visitor.newest(), taken, 'Only visible to you', why);
    const hasPassword = await visitor.newest().getByText('Host password').isVisible();
    expect(hasPassword).toBe(who === 'host');
    await visitor.picture(`access-${who}`);
  });

  it('changes with the person that one becomes, and with their language', async () => {
    const visitor = await visit('stranger');
    await visitor.choose('李雷');
    await visitor.say('/meeting 700001');
    await see(visitor.newest(), '你的角色', '联席主持人');
    await visitor.choose('Polly Parker');
    await see(visitor.newest(), 'You see the public details of');
  });
});
