import { describe, it } from 'vitest';
import { see } from './support/see.ts';
import { walk } from './support/walk.ts';

const { visit } = walk({ withRedis: true });

describe('faults', () => {
  it('is told when the conference service is down, and is over when it is back', async () => {
    const polly = await visit('stranger');
    await polly.choose('Down');
    await polly.say('/meeting 700001');
    await see(polly.newest(), 'The conference service cannot be reached.');
    await polly.picture('fault-down');
    await polly.choose('Well');
    await polly.newest().getByRole('button', { name: 'Try again' }).click();
    await see(polly.newest(), '季度评审 · Quarterly review');
    await polly.picture('fault-recovered');
  });

  it('is told when the conference service answers about another meeting', async () => {
    const polly = await visit('stranger');
    await polly.choose('Lying');
    await polly.say('/meeting 700008');
    await see(polly.newest(), 'The conference service sent a response that cannot be read.');
    await polly.choose('Well');
  });

  it('is waited out while the conference service is slow', async () => {
    const polly = await visit('stranger');
    await polly.choose('Slow');
    await polly.say('/meeting 700005');
    await see(polly.newest(), '新员工培训 · Onboarding');
    await polly.choose('Well');
  });

  it('is not noticed when Redis is gone', async () => {
    const polly = await visit('stranger');
    await polly.page.getByRole('button', { name: 'Stop Redis' }).click();
    await polly.page.getByRole('button', { name: 'Start Redis again' }).waitFor();
    await polly.say('/meeting 700006');
    await see(polly.newest(), 'Weekly sync · 周会');
    await polly.picture('fault-redis');
    await polly.page.getByRole('button', { name: 'Start Redis again' }).click();
    await polly.page.getByRole('button', { name: 'Stop Redis' }).waitFor();
  });
});
