import { expect, test } from 'vitest';
import { choose, modalShown, press, topModal } from '../support/interactions.ts';
import { lastEphemeral, onStage, PLAIN, types } from '../support/on-stage.ts';
import { labelsIn } from '../support/reading.ts';

async function openPeople(eventId: string) {
  const stage = await onStage({ env: { LOOKUPS_PER_MINUTE: '1000' } });
  await types(stage, eventId);
  await choose(stage, lastEphemeral(stage), 'people');
  return stage;
}

test('People shows names, companies, answers and roles', async () => {
  const stage = await openPeople('700001');
  const shown = modalShown(stage, PLAIN);
  expect(shown).toContain('*韩梅梅* · 全时科技 · confirmed · 采购代理');
  expect(shown).toContain('*Jim Green* · Green &amp; Partners · declined');
  expect(shown).toContain('*老王*');
  expect(shown).toContain('5 people');
  expect(stage.slack.violations).toEqual([]);
});

test('People shows no contact data and no ids', async () => {
  const stage = await openPeople('700001');
  const everything = JSON.stringify(topModal(stage, PLAIN));
  expect(everything).not.toMatch(/@|13[0-9]{9}|010-|021-|0755|888933/);
});

test('three thousand people are turned through page by page, each shown once', async () => {
  const stage = await openPeople('700010');
  const pages = [modalShown(stage, PLAIN)];
  expect(pages[0]).toContain('3,000 people · page 1 of 75');
  while (labelsIn(topModal(stage, PLAIN)).includes('Next')) {
    await press(stage, topModal(stage, PLAIN), 'meeting_people_page');
    pages.push(modalShown(stage, PLAIN));
  }
  const names = pages.flatMap((page) => [...page.matchAll(/^\*(同事 \d+)\*/gmu)].map(([, name]) => name));
  expect(pages).toHaveLength(75);
  expect(new Set(names).size).toBe(2998);
  expect(names).toHaveLength(2998);
  expect(stage.slack.violations).toEqual([]);
});

test('Previous turns back', async () => {
  const stage = await openPeople('700010');
  await press(stage, topModal(stage, PLAIN), 'meeting_people_page');
  expect(modalShown(stage, PLAIN)).toContain('page 2 of 75');
  await press(stage, topModal(stage, PLAIN), 'meeting_people_page_back');
  expect(modalShown(stage, PLAIN)).toContain('page 1 of 75');
});

test('a meeting to which nobody was invited says so', async () => {
  const stage = await openPeople('700005');
  const [wire] = stage.conference.meetings.byEventId(700_005);
  stage.conference.meetings.put({ ...wire, attendList: null });
  stage.advance(3600);
  await types(stage, '700005');
  stage.slack.stacks.delete(PLAIN);
  await choose(stage, lastEphemeral(stage), 'people');
  expect(modalShown(stage, PLAIN)).toContain('No attendees are listed for this meeting.');
});
