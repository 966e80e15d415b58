import { describe, expect, test } from 'vitest';
import {
  COMMAND_ANSWER_MS,
  FIRST_WORDS_MS,
  HELP_WORDS_MS,
  IN_REPLY_MS,
  PROFILE_MS,
  RIGHTS_MS,
  SLACK_CALL_MS,
  SLACK_WAITS_MS,
} from '../../src/slack/time-limits.ts';

describe('within the three seconds of Slack', () => {
  test('a command is acknowledged, and a waiting line is replaced', () => {
    expect(IN_REPLY_MS).toBeLessThan(SLACK_WAITS_MS);
    expect(COMMAND_ANSWER_MS).toBeLessThan(SLACK_WAITS_MS);
  });

  test('a modal is opened', () => {
    expect(FIRST_WORDS_MS + SLACK_CALL_MS).toBeLessThan(SLACK_WAITS_MS);
  });

  test('a form is acknowledged', () => {
    expect(FIRST_WORDS_MS + IN_REPLY_MS).toBeLessThan(SLACK_WAITS_MS);
  });
});

test('a card has its profile and its rights before the command is given up', () => {
  expect(PROFILE_MS + RIGHTS_MS).toBeLessThan(COMMAND_ANSWER_MS);
});

test('help is the acknowledgement itself, however long the profile takes', () => {
  expect(HELP_WORDS_MS).toBeLessThan(IN_REPLY_MS);
});
