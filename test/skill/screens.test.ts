import { requestOf, skillAmongRecorders } from './stage';

async function sessionOn(supportedInterfaces: unknown) {
  const { skill, turns } = skillAmongRecorders();
  const request = requestOf({ type: 'LaunchRequest' }, { sessionId: 's' });
  Object.assign(request.context.System, { device: { deviceId: 'kitchen', supportedInterfaces } });
  await skill.invoke(request);
  return turns[0]?.session.endsAreTold;
}

test('the ends of sessions are told by an Echo without a screen', async () => {
  expect(await sessionOn({ AudioPlayer: {} })).toBe(true);
});

test.each([[{ 'Alexa.Presentation.APL': {} }], [{ Display: {} }], [undefined], [null], ['none'], [5]])(
  'of others that is not known: %j',
  async (supportedInterfaces) => {
    expect(await sessionOn(supportedInterfaces)).toBeUndefined();
  },
);
