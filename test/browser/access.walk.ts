import { describe, expect, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk();

describe('my access', () => {
  it.each([
    { who: 'stranger', meeting: 700_001, taken: 'You see what everybody may see of', why: 'not on the list' },
    { who: 'attendee', meeting: 700_002, taken: 'You are an attendee of', why: 'as Lucy Brown' },
    { who: 'coHost', meeting: 700_001, taken: 'You are a co-host of', why: 'as 李雷' },
    { who: 'host', meeting: 700_001, taken: 'You are the host of', why: 'as 韩梅梅' },
  ] as const)('of the $who', async ({ who, meeting, taken, why }) => {
    const visitor = await visit(who);
    await visitor.say(`/meeting ${meeting}`);
    await visitor.newest().getByRole('button', { name: 'My access' }).click();
    await see(visitor.newest(), taken, 'Only visible to you', why);
    const hasPassword = await visitor.newest().getByText('Host password').isVisible();
    expect(hasPassword).toBe(who === 'host');
    await visitor.picture(`access-${who}`);
  });

  it('changes with the person that one becomes', async () => {
    const visitor = await visit('stranger');
    await visitor.choose('李雷');
    await visitor.say('/meeting 700001');
    await see(visitor.newest(), 'co-host');
    await visitor.choose('Polly Parker');
    await see(visitor.newest(), 'You see what everybody may see of');
  });
});
