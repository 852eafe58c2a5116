import type { RequestEnvelope, Response, SupportedInterfaces } from 'ask-sdk-model';
import { judge } from '../../../simulator/echo/judge';
import type { Answer } from '../../../simulator/echo/link';
import { loadModels, modelOf } from '../../../simulator/echo/models';
import { requestEnvelope } from '../../../simulator/echo/request';
import { elicit, ssml } from './parts';

const model = modelOf(loadModels(), 'en-US');
const DEVICE = {
  skillId: 'amzn1.ask.skill.1',
  userId: 'amzn1.ask.account.1',
  deviceId: 'amzn1.ask.device.1',
  apiEndpoint: 'https://api.amazonalexa.com',
  locale: 'en-US',
};
const SESSION = { new: false, sessionId: 'amzn1.echo-api.session.1', attributes: {} };
const launch = requestEnvelope(DEVICE, SESSION, { type: 'LaunchRequest' }, 0);
const ended = requestEnvelope(DEVICE, SESSION, { type: 'SessionEndedRequest', reason: 'USER_INITIATED' }, 0);

/** What the skill answers all day, and what ends a session. */
const QUESTION: Response = {
  outputSpeech: ssml('What would you like?'),
  reprompt: { outputSpeech: ssml('Are you still there?') },
  directives: [elicit],
  shouldEndSession: false,
};
const FAREWELL: Response = { outputSpeech: ssml('Goodbye.'), shouldEndSession: true };

const answer = (response: unknown): Answer => ({
  status: 200,
  body: JSON.stringify({ version: '1.0', response }),
  ms: 100,
});
const fault = async (response: unknown, envelope: RequestEnvelope = launch) =>
  (await judge(envelope, answer(response), model))?.message;

/** The request as a device with these interfaces would send it. */
function from(interfaces: SupportedInterfaces, envelope: RequestEnvelope = launch): RequestEnvelope {
  const copy = structuredClone(envelope);
  if (copy.context.System.device) copy.context.System.device.supportedInterfaces = interfaces;
  return copy;
}

it('has nothing against a question, a farewell, and silence after the end of a session', async () => {
  expect(await judge(launch, answer(QUESTION), model)).toBeUndefined();
  expect(await judge(launch, answer(FAREWELL), model)).toBeUndefined();
  expect(await judge(ended, answer({}), model)).toBeUndefined();
});

describe('the answer over HTTP', () => {
  const good = answer(QUESTION);

  it.each<[string, Answer, string, string]>([
    ['none', { status: 0, body: '', ms: 3 }, 'INVALID_RESPONSE', 'dispatching the request to the skill. (no answer)'],
    ['HTTP 500', { ...good, status: 500 }, 'INVALID_RESPONSE', '(HTTP 500)'],
    ['a redirect', { ...good, status: 302 }, 'INVALID_RESPONSE', '(HTTP 302)'],
    ['8 seconds', { ...good, ms: 8000 }, 'ENDPOINT_TIMEOUT', '8000 ms'],
    ['no answer in 8 seconds', { status: 0, body: '', ms: 8001 }, 'ENDPOINT_TIMEOUT', '8001 ms'],
    ['an empty body', { ...good, body: '' }, 'INVALID_RESPONSE', 'not valid: body'],
    ['HTML', { ...good, body: '<html>' }, 'INVALID_RESPONSE', 'not valid: body'],
    ['null', { ...good, body: 'null' }, 'INVALID_RESPONSE', 'not valid: body'],
    ['another object', { ...good, body: '{"version":"1.0"}' }, 'INVALID_RESPONSE', 'not valid: response'],
  ])('is refused: %s', async (_, wrong, type, message) => {
    expect(await judge(launch, wrong, model)).toEqual({ type, message: expect.stringContaining(message) });
  });

  it('may take almost 8 seconds and any status of success', async () => {
    expect(await judge(launch, { ...good, ms: 7999, status: 201 }, model)).toBeUndefined();
  });

  it('may weigh 120 KB, in bytes, and no more', async () => {
    const weighing = (bytes: number): Answer => {
      const { body } = answer({ ...FAREWELL, apiResponse: '' });
      const room = bytes - Buffer.byteLength(body);
      return {
        ...good,
        body: body.replace('"apiResponse":""', `"apiResponse":"${'é'.repeat(room / 2)}${'e'.repeat(room % 2)}"`),
      };
    };
    expect(await judge(launch, weighing(120_000), model)).toBeUndefined();
    expect((await judge(launch, weighing(120_001), model))?.message).toContain('120001 bytes');
  });

  it('is of no interest after a skill event', async () => {
    const event = structuredClone(launch);
    Object.assign(event.request, { type: 'AlexaSkillEvent.SkillEnabled' });
    expect(await judge(event, { status: 500, body: 'oops', ms: 9000 }, model)).toBeUndefined();
  });
});

describe('the shape of a response', () => {
  it.each<[string, object, string]>([
    ['speech of no type', { ...FAREWELL, outputSpeech: { ssml: '<speak>x</speak>' } }, 'response.outputSpeech'],
    ['SSML that is not text', { ...FAREWELL, outputSpeech: { type: 'SSML', ssml: 7 } }, 'response.outputSpeech.ssml'],
    ['a card of no known type', { ...FAREWELL, card: { type: 'Fancy' } }, 'response.card'],
    ['a consent card without permissions', { ...FAREWELL, card: { type: 'AskForPermissionsConsent' } }, 'permissions'],
    ['one directive instead of a list', { ...QUESTION, directives: elicit }, 'response.directives'],
    ['shouldEndSession as a word', { ...FAREWELL, shouldEndSession: 'true' }, 'response.shouldEndSession'],
  ])('is refused with %s', async (_, response, where) => {
    expect(await fault(response)).toContain(where);
  });

  it('may hold what is not known yet', async () => {
    expect(await fault({ ...FAREWELL, novelty: { a: 1 } })).toBeUndefined();
  });
});

describe('speech', () => {
  const filled = (length: number) => 'x'.repeat(length - '<speak></speak>'.length);

  it('has at most 8,000 characters, tags included, in the reprompt too', async () => {
    expect(await fault({ ...QUESTION, outputSpeech: ssml(filled(8000)) })).toBeUndefined();
    expect(await fault({ ...QUESTION, reprompt: { outputSpeech: ssml(filled(8000)) } })).toBeUndefined();
    const { requestId } = launch.request;
    const message = `Speech with id ${requestId} and length 8001 exceeds allowed size of 8000 characters`;
    expect(await fault({ ...QUESTION, outputSpeech: ssml(filled(8001)) })).toBe(message);
    expect(await fault({ ...QUESTION, reprompt: { outputSpeech: ssml(filled(8001)) } })).toBe(message);
    expect(await fault({ ...FAREWELL, outputSpeech: { type: 'PlainText', text: 'x'.repeat(8001) } })).toBe(message);
  });

  it.each([
    'plain words without tags',
    '<speak>open',
    '<speak>Fish & chips</speak>',
    '<speak>5 < 6</speak>',
    '<speak><b>bold</b></speak>',
    '<speak>one</speak><speak>two</speak>',
    '<speak>a&nbsp;b</speak>',
    '<speak>a\u0007b</speak>',
    '<speak>a\ud83db</speak>',
    '<speak>a\uffffb</speak>',
    '<speak><speak>nested</speak></speak>',
    '<speak><p>a<p>b</p></p></speak>',
    '<speak><break time="11s"/></speak>',
    '<speak><audio src="http://example.com/a.mp3"/></speak>',
    `<speak>${'<audio src="https://example.com/a.mp3"/>'.repeat(6)}</speak>`,
  ])('is refused: %j', async (text) => {
    const wrong = { type: 'SSML', ssml: text };
    expect(await fault({ ...FAREWELL, outputSpeech: wrong })).toContain('Invalid SSML Output Speech for requestId');
    expect(await fault({ ...QUESTION, reprompt: { outputSpeech: wrong } })).toContain('Invalid SSML');
  });

  it.each([
    '<speak>Fish &amp; chips &lt;3 &#233; &#x1F41F; 🐟</speak>',
    '<speak><p><s>One.</s><s>Two.</s></p><p>Three.</p></speak>',
    '<speak>wait<break time="10s"/>go</speak>',
    '<speak><audio src="https://example.com/a.mp3?a=1&amp;b=2"/> or <audio src="soundbank://soundlibrary/x"/></speak>',
    '<speak>\tTabs and\nnew lines</speak>',
  ])('is spoken: %j', async (text) => {
    expect(await fault({ ...FAREWELL, outputSpeech: { type: 'SSML', ssml: text } })).toBeUndefined();
  });

  it('may be plain text with anything in it', async () => {
    expect(await fault({ ...FAREWELL, outputSpeech: { type: 'PlainText', text: 'Fish & <b>' } })).toBeUndefined();
  });
});

describe('a card', () => {
  const withCard = (card: object) => fault({ ...FAREWELL, card });
  const image = (url: string) => ({ type: 'Standard', title: 't', image: { largeImageUrl: url } });

  it('has at most 8,000 characters in all', async () => {
    expect(await withCard({ type: 'Simple', title: 'ab', content: 'x'.repeat(7998) })).toBeUndefined();
    expect(await withCard({ type: 'Simple', title: 'abc', content: 'x'.repeat(7998) })).toContain('8001 characters');
    expect(await withCard({ ...image('https://example.com'), text: 'x'.repeat(7990) })).toContain('exceeds');
  });

  it('has images behind https, with addresses of at most 2,000 characters', async () => {
    const address = (length: number) => 'https://example.com/'.padEnd(length, 'x');
    expect(await withCard(image(address(2000)))).toBeUndefined();
    expect(await withCard(image(address(2001)))).toContain('exceeds 2000');
    expect(await withCard(image('http://example.com/a.png'))).toContain('not https');
  });

  it('may ask for consent or for account linking', async () => {
    const permissions = ['alexa::devices:all:notifications:write'];
    expect(await withCard({ type: 'AskForPermissionsConsent', permissions })).toBeUndefined();
    expect(await withCard({ type: 'LinkAccount' })).toBeUndefined();
  });

  it('asks for something when it asks for consent, and for something there is', async () => {
    expect(await withCard({ type: 'AskForPermissionsConsent', permissions: [] })).toContain('no permission');
    const unknown = await withCard({ type: 'AskForPermissionsConsent', permissions: ['notifications'] });
    expect(unknown).toContain('unknown permission: notifications');
  });
});

describe('the session', () => {
  const without = (key: keyof Response, response = QUESTION) => ({ ...response, [key]: undefined });

  it.each<[string, object, string]>([
    ['shouldEndSession is missing', without('shouldEndSession', FAREWELL), 'shouldEndSession is missing'],
    ['shouldEndSession is null', { ...FAREWELL, shouldEndSession: null }, 'shouldEndSession is missing'],
    ['it ends with a reprompt', { ...QUESTION, directives: [], shouldEndSession: true }, 'reprompt is never heard'],
    ['it stays open without speech', without('outputSpeech'), 'nothing is said'],
    ['it stays open with empty speech', { ...QUESTION, outputSpeech: ssml(' <break time="1s"/> ') }, 'nothing is said'],
    ['it stays open without a reprompt', without('reprompt'), 'without a reprompt'],
    ['it stays open with an empty reprompt', { ...QUESTION, reprompt: {} }, 'without a reprompt'],
  ])('is refused when %s', async (_, response, message) => {
    expect(await fault(response)).toContain(message);
  });

  it('may end without a word', async () => {
    expect(await fault({ shouldEndSession: true })).toBeUndefined();
  });

  it.each<[string, object, string]>([
    ['speech', { outputSpeech: ssml('Bye.') }, 'Response may not contain an outputSpeech'],
    ['a card', { card: { type: 'Simple', content: 'x' } }, 'Response may not contain a card'],
    ['a reprompt', { reprompt: { outputSpeech: ssml('Hm?') } }, 'Response may not contain a reprompt'],
    ['an open session', { shouldEndSession: false }, 'Response may not have shouldEndSession set to false'],
    ['a directive', { directives: [elicit] }, 'The following directives are not supported: Dialog.ElicitSlot'],
  ])('cannot be revived after its end with %s', async (_, response, message) => {
    expect(await fault(response, ended)).toContain(message);
  });

  it('may be declared over once more after its end', async () => {
    expect(await fault({ shouldEndSession: true, directives: [] }, ended)).toBeUndefined();
  });
});

describe('directives', () => {
  const apl = { type: 'Alexa.Presentation.APL.RenderDocument', token: 't' };
  const commands = { type: 'Alexa.Presentation.APL.ExecuteCommands', token: 't', commands: [] };
  const play = { type: 'AudioPlayer.Play', playBehavior: 'REPLACE_ALL' };
  const video = { type: 'VideoApp.Launch', videoItem: { source: 'https://example.com' } };
  const dynamic = { type: 'Dialog.UpdateDynamicEntities', updateBehavior: 'CLEAR' };
  const everything = from({ 'Alexa.Presentation.APL': {}, AudioPlayer: {}, VideoApp: {} } as SupportedInterfaces);
  const asking = (...directives: object[]) => ({ ...QUESTION, directives });
  const ending = (...directives: object[]) => ({ ...FAREWELL, directives });
  const filming = (...directives: object[]) => ({ directives });

  it.each<[string, object, string]>([
    ['two dialog directives', asking(elicit, elicit), 'No other directives are allowed to be specified with a Dialog'],
    ['dynamic entities beside an elicitation', asking(dynamic, elicit), 'No other directives are allowed'],
    ['APL commands beside an elicitation', asking(elicit, commands), 'ExecuteCommands is not allowed with'],
    ['APL beside a delegation', asking({ type: 'Dialog.Delegate' }, apl), 'not allowed with Dialog.Delegate'],
    ['two streams', ending(play, play), 'Only one AudioPlayer.Play'],
    ['a stream beside a video', filming(play, video), 'AudioPlayer.Play is not allowed with VideoApp.Launch'],
    ['a video and a word on the session', ending(video), 'VideoApp.Launch does not allow shouldEndSession'],
    ['a question in a session that ends', ending(elicit), 'the session must stay open'],
  ])('are refused: %s', async (_, response, message) => {
    expect(await fault(response, everything)).toContain(message);
  });

  it.each<[string, object]>([
    ['APL beside an elicitation', asking(apl, elicit)],
    ['dynamic entities alone', asking(dynamic)],
    ['APL commands without a dialog', asking(apl, commands)],
    ['a delegation alone', asking({ type: 'Dialog.Delegate' })],
    ['one stream', ending(play)],
    ['one video', filming(video)],
  ])('are followed: %s', async (_, response) => {
    expect(await fault(response, everything)).toBeUndefined();
  });

  it.each([apl, play, video])('are refused by a device without the interface: $type', async (directive) => {
    expect(await fault(asking(directive))).toBe(`The following directives are not supported: ${directive.type}`);
  });
});

describe('Dialog.ElicitSlot', () => {
  const slot = { name: 'query', confirmationStatus: 'NONE' };
  const chat = requestEnvelope(
    DEVICE,
    SESSION,
    { type: 'IntentRequest', intent: { name: 'ChatIntent', confirmationStatus: 'NONE' } },
    0,
  );
  const eliciting = (changes: object, slots: object = { query: slot }) => ({
    ...QUESTION,
    directives: [{ ...elicit, updatedIntent: { name: 'ChatIntent', confirmationStatus: 'NONE', slots }, ...changes }],
  });

  it.each<[string, object, string]>([
    ['no slot', eliciting({ slotToElicit: undefined }), 'malformed'],
    ['a slot that the intent has not', eliciting({ slotToElicit: 'date' }), 'ChatIntent has no slot date'],
    [
      'an intent that the model has not',
      eliciting({ updatedIntent: { name: 'PizzaIntent' } }),
      'no intent PizzaIntent',
    ],
    ['an intent without its slots', eliciting({}, {}), 'lacks the slot query'],
    ['a slot too many', eliciting({}, { query: slot, date: { ...slot, name: 'date' } }), 'has no slot date'],
    ['a slot that has a value', eliciting({}, { query: { ...slot, value: 'tea' } }), 'query already has a value'],
    ['no intent at all after a launch', eliciting({ updatedIntent: undefined }), 'updatedIntent is missing'],
  ])('is refused with %s', async (_, response, message) => {
    expect(await fault(response)).toContain(message);
  });

  it("may leave the intent to the request's own", async () => {
    expect(await fault(eliciting({ updatedIntent: undefined }), chat)).toBeUndefined();
  });
});
