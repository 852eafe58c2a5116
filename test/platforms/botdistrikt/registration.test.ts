import fc from 'fast-check';
import { readRegistration, readThread } from '../../../lambda/platforms/botdistrikt/registration';

const USER =
  '{"id":9007199254740993, "webchat_id":"webchat.zbqr0d","first_name":"Webchat Guest 51033","data":{"user":{}}}';
const OURS = 'h3xh3xh3xh3xh3xh3xh3xh3xh3xh3xh3';

describe('readRegistration', () => {
  it.each([
    USER,
    `\n ${USER}\n`,
    `\n{"user": ${USER} }\n`,
    `{"ok":true,"bot_user":${USER}}`,
    `{"data":${USER},"user":null}`,
    `{"result":{"data":{"user":${USER}}}}`,
    `{"user":{"team":"x"},"data":${USER}}`,
  ])('finds the user as it is written in %s', (answer) => {
    expect(readRegistration(answer, OURS)).toEqual({ webchatId: 'webchat.zbqr0d', user: USER });
  });

  it.each([
    ['{"first_name":"Guest","data":{"a":1}}', '{"first_name":"Guest","data":{"a":1}}'],
    ['{"webchat_id":"","first_name":"Guest"}', '{"webchat_id":"","first_name":"Guest"}'],
    ['{"user":{"first_name":"Guest"},"ok":true}', '{"first_name":"Guest"}'],
  ])('keeps our id where %s names none', (answer, user) => {
    expect(readRegistration(answer, OURS)).toEqual({ webchatId: OURS, user });
  });

  it('takes a number for an id, every digit of it', () => {
    expect(readRegistration('{"webchat_id":90071992547409931}', OURS)?.webchatId).toBe('90071992547409931');
  });

  it.each([
    '[]',
    '"ok"',
    '7',
    'null',
    '{"webchat_id":"a\\r\\nX-Admin: 1"}',
    '{"webchat_id":{"a":1}}',
    '{"webchat_id":{"toString":1}}',
    '{"webchat_id":[{"toString":1}]}',
    `{"webchat_id":"${'x'.repeat(600)}"}`,
    `{"webchat_id":"a","more":"${'x'.repeat(70_000)}"}`,
  ])('cannot use %.40s', (answer) => {
    expect(readRegistration(answer, OURS)).toBeUndefined();
  });

  it('never throws, and what it makes can be read again', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (answer) => {
        const thread = readRegistration(answer, OURS);
        if (thread) expect(readThread(thread)).toEqual(thread);
      }),
    );
  });
});
