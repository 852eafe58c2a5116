import fc from 'fast-check';
import { errorOfAnswer, errorOfSend } from '../../../lambda/platforms/wotnot/client';

const named = (code: string, status = 400) => ({
  ok: false,
  error: code,
  code,
  message: 'Words of the vendor',
  status,
});

describe('an answer', () => {
  it.each<[number, unknown, unknown]>([
    [200, { ok: true, message_id: 'm' }, undefined],
    [200, { ok: true, error: null }, undefined],
    [200, { ok: true, error: 'a warning' }, undefined],
    [200, undefined, undefined],
    [201, {}, undefined],
    [200, { ok: false }, 'ALOUD_PLATFORM_REJECTED'],
    [200, { error: 'Invalid request' }, 'ALOUD_PLATFORM_REJECTED'],
    [400, { error: 'Invalid request' }, 'ALOUD_PLATFORM_REJECTED'],
    [400, undefined, 'ALOUD_PLATFORM_REJECTED'],
    [401, { error: 'Invalid request' }, 'ALOUD_PLATFORM_UNAUTHORIZED'],
    [404, {}, 'ALOUD_PLATFORM_NOT_FOUND'],
    [400, named('BOT_NOT_FOUND'), 'ALOUD_PLATFORM_NOT_FOUND'],
    [200, named('ACCOUNT_NOT_FOUND'), 'ALOUD_PLATFORM_NOT_FOUND'],
    [429, named('CONVERSATION_NOT_FOUND'), 'ALOUD_PLATFORM_RATE_LIMITED'],
    [500, named('CONVERSATION_NOT_FOUND'), 'ALOUD_PLATFORM_FAILED'],
    [503, 'Service Unavailable', 'ALOUD_PLATFORM_FAILED'],
    [302, {}, 'ALOUD_PLATFORM_BAD_ANSWER'],
  ])('%i %j is %s', (status, body, code) => {
    expect(errorOfAnswer(status, body)).toEqual(code);
  });

  it.each([
    ['CONVERSATION_CREATION_EXCEPTION', 'ALOUD_PLATFORM_REJECTED'],
    ['CHANNEL_NOT_ENABLED', 'ALOUD_PLATFORM_UNAUTHORIZED'],
    ['JWT_SIGNATURE_EXCEPTION', 'ALOUD_PLATFORM_UNAUTHORIZED'],
    ['UNAUTHORIZED_FEATURE', 'ALOUD_PLATFORM_UNAUTHORIZED'],
  ])('of %s names it to the operator, whatever its status', (code, expected) => {
    const explained = { code: expected, reason: code };
    for (const status of [200, 400, 401, 403, 404]) {
      expect(errorOfAnswer(status, named(code))).toEqual(explained);
      expect(errorOfSend(status, named(code))).toEqual(explained);
    }
    expect(errorOfAnswer(400, { ok: false, code })).toEqual(explained);
    expect(errorOfAnswer(400, { error: code })).toEqual(explained);
  });
});

describe('an answer to a message', () => {
  it.each<[number, unknown, unknown]>([
    [404, undefined, 'ALOUD_PLATFORM_THREAD_GONE'],
    [404, named('CONVERSATION_NOT_FOUND', 404), 'ALOUD_PLATFORM_THREAD_GONE'],
    [200, named('CONVERSATION_NOT_FOUND'), 'ALOUD_PLATFORM_THREAD_GONE'],
    [400, named('CONVERSATION_CLOSED'), { code: 'ALOUD_PLATFORM_THREAD_GONE', reason: 'closed' }],
    [400, { error: 'Conversation is closed' }, { code: 'ALOUD_PLATFORM_THREAD_GONE', reason: 'closed' }],
    [
      200,
      { ok: false, message: 'This conversation was resolved.' },
      { code: 'ALOUD_PLATFORM_THREAD_GONE', reason: 'closed' },
    ],
    [500, named('CONVERSATION_CLOSED'), 'ALOUD_PLATFORM_FAILED'],
    [200, { ok: true, message: 'The conversation is closed' }, undefined],
    [400, { error: 'Invalid request' }, 'ALOUD_PLATFORM_REJECTED'],
    [401, {}, 'ALOUD_PLATFORM_UNAUTHORIZED'],
    [403, {}, 'ALOUD_PLATFORM_UNAUTHORIZED'],
  ])('%i %j is %j', (status, body, expected) => {
    expect(errorOfSend(status, body)).toEqual(expected);
  });

  it('never brings the words of the vendor to the operator', () => {
    const codes = [
      'CONVERSATION_CREATION_EXCEPTION',
      'CHANNEL_NOT_ENABLED',
      'JWT_SIGNATURE_EXCEPTION',
      'UNAUTHORIZED_FEATURE',
    ];
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom(...codes, 'CONVERSATION_CLOSED', 'BOT_NOT_FOUND'));
    const members = fc.record({ ok: fc.boolean(), error: value, code: value, message: value }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.constantFrom(200, 400, 401, 404, 500), fc.oneof(members, fc.jsonValue()), (status, body) => {
        const error = errorOfSend(status, body);
        if (typeof error === 'object') expect([...codes, 'closed']).toContain(error.reason);
        else if (error !== undefined) expect(error).toMatch(/^ALOUD_PLATFORM_/);
        expect(error === undefined && status !== 200).toBe(false);
      }),
    );
  });
});
