import { startServer } from '../../lambda/server';
import { createDemoBot } from '../../simulator/platforms/bot';
import { envelope, post } from '../support/signed-request';
import { serveShop } from './serve-shop';
import { type Serve, SKILL_ID, type Stage, setStage } from './stage';

describe.each<[string, Serve]>([
  ['the server', startServer],
  ['an Express app of your own', serveShop],
])('the whole skill behind %s', (_name, serve) => {
  let stage: Stage;
  afterEach(() => stage.close());

  const send = (body: string) => post(`${stage.server.url}/alexa`, body, stage.pki.sign(body));

  test('talks, with a bot that answers by webhook too', async () => {
    stage = await setStage(createDemoBot(), { serve, platform: 'wotnot' });
    const echo = stage.echo();
    await echo.hear('Alexa, open chat companion');
    expect((await echo.hear('what are your opening hours'))?.speech).toContain('Tuesday');
  });

  test('leaves what is beside it alone', async () => {
    stage = await setStage(createDemoBot(), { serve });
    const body = envelope({ applicationId: SKILL_ID });
    for (const path of ['/', '/alexa/more', '/alex']) {
      expect((await post(stage.server.url + path, body, stage.pki.sign(body))).status).toBe(404);
    }
  });

  test.each([
    'AlexaSkillEvent.SkillEnabled',
    'AlexaSkillEvent.ProactiveSubscriptionChanged',
    'Alexa.Presentation.APL.RuntimeError',
    'System.ExceptionEncountered',
    'Something.New',
  ])('%s is acknowledged with an empty answer', async (type) => {
    stage = await setStage(createDemoBot(), { serve });
    const answer = await send(envelope({ type, applicationId: SKILL_ID }));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text).response).toEqual({});
  });

  test('why Alexa ended a session is in the log', async () => {
    stage = await setStage(createDemoBot(), { serve });
    const error = { type: 'INVALID_RESPONSE', message: 'An exception occurred while dispatching the request' };
    const body = JSON.parse(envelope({ type: 'SessionEndedRequest', applicationId: SKILL_ID }));
    Object.assign(body.request, { reason: 'ERROR', error });
    expect(JSON.parse((await send(JSON.stringify(body))).text).response).toEqual({});
    expect(stage.log.join('')).toContain('INVALID_RESPONSE');
  });

  test('a request without a user is apologised for, not answered with an error', async () => {
    stage = await setStage(createDemoBot(), { serve });
    const body = JSON.parse(envelope({ applicationId: SKILL_ID }));
    delete body.context.System.user;
    const answer = await send(JSON.stringify(body));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text).response).toMatchObject({ shouldEndSession: false });
    expect(stage.log.join('')).toContain('ALOUD_INTERNAL');
  });
});
