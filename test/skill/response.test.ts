import { toResponse } from '../../lambda/skill/response';
import { requestOf, skillAmongRecorders } from './stage';

const SPEECH = { ssml: '<speak>Hello.</speak>', reprompt: '<speak>Well?</speak>' };
const CONSENT = {
  type: 'AskForPermissionsConsent',
  permissions: ['alexa::devices:all:notifications:write'],
};

test('asks by a card for the permission to send notifications, in an open session and in one that ends', () => {
  expect(toResponse(SPEECH, { permission: true })).toMatchObject({ card: CONSENT, shouldEndSession: false });
  expect(toResponse({ ssml: SPEECH.ssml }, { permission: true })).toMatchObject({
    card: CONSENT,
    shouldEndSession: true,
  });
});

test('has one card, and what the speech speaks of is not displaced by a permission', () => {
  const card = { title: 'Menu', text: 'Tea' };
  expect(toResponse({ ...SPEECH, card }, { permission: true }).card).toMatchObject({ type: 'Simple' });
  expect(toResponse({ ...SPEECH, card }).card).toEqual({ type: 'Simple', title: 'Menu', content: 'Tea' });
  expect(toResponse(SPEECH)).not.toHaveProperty('card');
});

test('shows a picture on a card with its address', () => {
  const url = 'https://shop.example/room.png';
  expect(toResponse({ ...SPEECH, card: { title: 'Inn', text: `Room: ${url}`, image: url } }).card).toEqual({
    type: 'Standard',
    title: 'Inn',
    text: `Room: ${url}`,
    image: { smallImageUrl: url, largeImageUrl: url },
  });
});

test('the conversation decides when the permission is asked for', async () => {
  const turn = async () => ({
    reply: { parts: [], question: 'anything-else', permission: true, turn: 0, messages: [] } as const,
  });
  const { skill } = skillAmongRecorders({ turn });
  const { response } = await skill.invoke(requestOf({ type: 'LaunchRequest', locale: 'en-US' }, { sessionId: 's' }));
  expect(response.card).toEqual(CONSENT);
});
