import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog, errorFields, type LogFields } from '../../src/ops/log.ts';

function logTo(level: 'info' | 'debug' | 'silent' = 'info') {
  const stream = new PassThrough();
  let written = '';
  stream.on('data', (chunk: Buffer) => {
    written += chunk.toString();
  });
  return {
    log: createLog(level, stream),
    lines: () =>
      written
        .split('\n')
        .filter(Boolean)
        .map((line): unknown => JSON.parse(line)),
  };
}

test('a line says when, how grave, what, and the fields that may be logged', () => {
  const { log, lines } = logTo();
  log.warn('answered', { entryPoint: 'command', ms: 12, fields: ['a', 'b'] });
  expect(lines()).toEqual([
    {
      level: 40,
      time: expect.any(Number),
      event: 'answered',
      entryPoint: 'command',
      ms: 12,
      fields: ['a', 'b'],
    },
  ]);
});

test('a field that is not listed does not appear, whatever put it there', () => {
  const { log, lines } = logTo();
  const given: LogFields = Object.assign(
    { ms: 1 },
    { token: 'xoxb-1', text: 'secret', err: new Error('secret') },
  );
  log.info('answered', given);
  expect(Object.keys(Object(lines()[0])).sort()).toEqual(['event', 'level', 'ms', 'time']);
});

test('long texts and long lists are cut', () => {
  const { log, lines } = logTo();
  log.info('answered', {
    reason: 'x'.repeat(500),
    fields: Array.from({ length: 50 }, () => 'y'.repeat(500)),
  });
  expect(lines()).toMatchObject([{ reason: 'x'.repeat(200), fields: Array(20).fill('y'.repeat(200)) }]);
});

test('a level below the one that is set is not written', () => {
  const { log, lines } = logTo('info');
  log.debug('answered');
  log.error('answer-failed');
  expect(lines()).toMatchObject([{ event: 'answer-failed', level: 50 }]);
  const silent = logTo('silent');
  silent.log.error('answer-failed');
  expect(silent.lines()).toEqual([]);
});

test.each([
  ['its class', new TypeError('secret'), { errorName: 'TypeError', code: undefined }],
  [
    'its code',
    Object.assign(new Error('secret'), { code: 'ECONNRESET' }),
    { errorName: 'Error', code: 'ECONNRESET' },
  ],
  ['the type of what is not an error', 'secret', { errorName: 'string' }],
  ['the type of nothing', undefined, { errorName: 'undefined' }],
])('of something thrown only %s is said', (_what, thrown, fields) => {
  expect(errorFields(thrown)).toEqual(fields);
});
