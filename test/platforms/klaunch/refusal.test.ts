import fc from 'fast-check';
import { errorOfAnswer } from '../../../lambda/platforms/klaunch/refusal';

const SENT = { channelID: 'D9LjuWl0jappznT5', token: 'my channel token', message: 'where is my user token' };
const toKnown = { ...SENT, userID: '9' };
const toNew = { ...SENT, userID: undefined };

const REJECTED = 'ALOUD_PLATFORM_REJECTED';
const UNAUTHORIZED = 'ALOUD_PLATFORM_UNAUTHORIZED';
const LIMITED = 'ALOUD_PLATFORM_RATE_LIMITED';
const FAILED = 'ALOUD_PLATFORM_FAILED';
const BAD = 'ALOUD_PLATFORM_BAD_ANSWER';
const GONE = 'ALOUD_PLATFORM_THREAD_GONE';

it("takes the vendor's own success", () => {
  const answer = { channelID: 'D9LjuWl0jappznT5', message: "Hi there, I'm a user!", userID: 9, success: true };
  expect(errorOfAnswer(200, answer, toKnown)).toBeUndefined();
  expect(errorOfAnswer(201, answer, toNew)).toBeUndefined();
});

it.each<[number, unknown, string]>([
  // No success
  [200, {}, REJECTED],
  [200, { success: false }, REJECTED],
  [200, { success: 'true' }, REJECTED],
  [200, { success: 1 }, REJECTED],
  [200, { error: { message: 'message is too long' } }, REJECTED],
  [400, { success: true }, REJECTED],
  [418, undefined, REJECTED],
  // Nothing to read
  [200, undefined, BAD],
  [200, [], BAD],
  [200, 'OK', BAD],
  [302, undefined, BAD],
  // Credentials
  [401, undefined, UNAUTHORIZED],
  [403, { success: false, message: 'no' }, UNAUTHORIZED],
  [200, { success: false, message: 'Invalid token' }, UNAUTHORIZED],
  [400, { error: 'The token of this user is invalid' }, UNAUTHORIZED],
  [404, { success: false, error: { message: 'Channel not found' } }, UNAUTHORIZED],
  [200, { success: false, errors: ['Not authorised'] }, UNAUTHORIZED],
  // The user
  [404, undefined, GONE],
  [404, { message: 'Not found' }, GONE],
  [200, { success: false, message: 'User not found' }, GONE],
  [400, { success: false, error: 'Invalid userID' }, GONE],
  [401, { errors: [{ detail: 'unknown user' }] }, GONE],
  [400, { message: 'This user does not exist in the channel' }, GONE],
  [500, { message: "user 9 doesn't exist" }, GONE],
  [400, { message: 'userID must be a number' }, REJECTED],
  // Limits and failures
  [429, { message: 'Invalid token' }, LIMITED],
  [200, { success: false, message: 'Rate limit of this channel exceeded' }, LIMITED],
  [400, { message: 'Too many requests' }, LIMITED],
  [500, undefined, FAILED],
  [503, { message: 'The channel is busy' }, FAILED],
  // What was sent says nothing
  [200, { ...SENT, userID: 9, success: false }, REJECTED],
  [200, { request: SENT, success: false, error: 'No' }, REJECTED],
  [400, { ...SENT, success: false, error: 'User not found' }, GONE],
])('%i with %j to a known user: %s', (status, answer, code) => {
  expect(errorOfAnswer(status, answer, toKnown)).toBe(code);
});

it.each<[number, unknown, string]>([
  [404, undefined, 'ALOUD_PLATFORM_NOT_FOUND'],
  [200, { success: false, message: 'User not found' }, REJECTED],
  [200, { success: false, message: 'User not found in channel' }, UNAUTHORIZED],
])('%i with %j says nothing of a user where none was named: %s', (status, answer, code) => {
  expect(errorOfAnswer(status, answer, toNew)).toBe(code);
});

it('interprets any answer, and calls only a success one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 599 }), fc.jsonValue({ maxDepth: 4 }), (status, answer) => {
      expect(errorOfAnswer(status, answer, toKnown)).toMatch(/^ALOUD_PLATFORM_/);
    }),
  );
});
