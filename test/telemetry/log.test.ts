import { AloudError } from '../../lambda/errors';
import { createLogger, logTelemetry } from '../../lambda/telemetry/log';

function startLog(level: string) {
  const lines: string[] = [];
  const logger = createLogger(level, { write: (line) => void lines.push(line) });
  return { lines, logger, telemetry: logTelemetry(logger) };
}

const TURN = {
  requestId: 'amzn1.echo-api.request.7',
  name: 'ChatIntent',
  outcome: 'ok',
  startedAt: 0,
  ms: 12.34,
  laps: [{ stage: 'open', ms: 1 }],
  timings: { open: 1 },
  trips: 2,
};

test('a turn is one line, without the id of the request', () => {
  const { lines, telemetry } = startLog('info');
  telemetry.turn(TURN);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'info', name: 'ChatIntent', ms: 12.3, trips: 2 },
  ]);
  expect(lines.join()).not.toContain('amzn1');
});

test('an error is a line with its code, what to do, and the place, but no stack, path or cause', () => {
  const { lines, telemetry } = startLog('info');
  const cause = new Error('vendor said: token abc is wrong');
  telemetry.error(new AloudError('ALOUD_PLATFORM_FAILED', 'HTTP 503', { cause }), 'turn');
  telemetry.error(new TypeError('x of undefined'), 'skill');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { code: 'ALOUD_PLATFORM_FAILED', msg: 'HTTP 503', where: 'turn', at: expect.stringMatching(/^log\.test\.ts:\d+$/) },
    { code: 'ALOUD_INTERNAL', msg: 'unexpected TypeError', where: 'skill' },
  ]);
  expect(lines.join()).not.toMatch(/token abc|of undefined|\n\s+at |\/test\//);
});

test('paths that are refused are counted, not logged one by one', () => {
  jest.useFakeTimers();
  const { lines, telemetry } = startLog('info');
  const refuse = (times: number) => {
    for (let n = 0; n < times; n++) telemetry.webhook({ outcome: 'unknown_path', ms: 0 });
  };
  refuse(1000);
  expect(lines.map((line) => JSON.parse(line).refusedPaths)).toEqual([1]);
  jest.advanceTimersByTime(10_000);
  refuse(1);
  expect(lines.map((line) => JSON.parse(line).refusedPaths)).toEqual([1, 1000]);
  // Who knows the path but lacks the platform's proof is worth a line: a setting may be wrong.
  telemetry.webhook({ outcome: 'unauthorized', ms: 0 });
  expect(lines).toHaveLength(3);
  jest.useRealTimers();
});

test('what should never be logged is blanked even if somebody logs it', () => {
  const { lines, logger } = startLog('info');
  const secrets = { authorization: 's3', token: 's3', domain: 's3', userId: 's3', webchat_id: 's3', text: 's3' };
  logger.info({ ...secrets, request: secrets, headers: secrets, body: 's3', thread: secrets }, 'oops');
  expect(lines.join()).toContain('[blanked]');
  expect(lines.join()).not.toContain('s3');
});

test.each([
  ['warn', 0],
  ['silent', 0],
])('at %s turns are not logged', (level, count) => {
  const { lines, telemetry } = startLog(level);
  telemetry.turn(TURN);
  expect(lines).toHaveLength(count);
});
