import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestEnvelope, Response, ResponseEnvelope } from 'ask-sdk-model';
import { type DirectiveService, startDirectiveService } from '../../../simulator/amazon/directive-service';
import { createEcho } from '../../../simulator/echo/echo';
import { PROBLEM } from '../../../simulator/echo/exchange';
import { loadModels } from '../../../simulator/echo/models';
import type { EchoOptions } from '../../../simulator/echo/options';
import { elicit, ssml } from './parts';

const models = loadModels();
const asking = (text: string): Response => ({
  outputSpeech: ssml(text),
  reprompt: { outputSpeech: ssml(`Well? ${text}`) },
  directives: [elicit],
  shouldEndSession: false,
});
const GOODBYE: Response = { outputSpeech: ssml('Goodbye.'), shouldEndSession: true };

/** Whoever waits passes once it is open. */
class Gate {
  open = () => {};
  readonly passed = new Promise<void>((resolve) => {
    this.open = resolve;
  });
}

type Answering = (envelope: RequestEnvelope) => Response | Partial<ResponseEnvelope> | string | Promise<Response>;

/** A skill behind HTTP that answers as the test says, and remembers what it was asked. */
interface Skill {
  answer: Answering;
  readonly requests: RequestEnvelope[];
  readonly headers: IncomingHttpHeaders[];
  readonly bodies: string[];
}

const skill: Skill = { answer: () => asking('Yes?'), requests: [], headers: [], bodies: [] };
let server: Server;
let endpoint: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const envelope = JSON.parse(body) as RequestEnvelope;
    skill.requests.push(envelope);
    skill.headers.push(request.headers);
    skill.bodies.push(body);
    if (envelope.request.type === 'SessionEndedRequest') return response.end('{"version":"1.0","response":{}}');
    const answer = await skill.answer(envelope);
    if (typeof answer === 'string') return response.writeHead(500).end(answer);
    const complete = 'response' in answer ? answer : { response: answer };
    return response.end(JSON.stringify({ version: '1.0', ...complete }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/alexa`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

beforeEach(() => {
  skill.answer = () => asking('Yes?');
  for (const list of [skill.requests, skill.headers, skill.bodies]) list.length = 0;
});

function anEcho(options: Partial<EchoOptions> = {}) {
  return createEcho({
    models,
    endpoint,
    locale: 'en-GB',
    sign: (body) => ({ 'Signature-256': `signed ${body.length}` }),
    skillId: 'amzn1.ask.skill.1',
    userId: 'amzn1.ask.account.1',
    deviceId: 'amzn1.ask.device.1',
    apiEndpoint: 'https://api.eu.amazonalexa.com',
    ...options,
  });
}

const query = (envelope: RequestEnvelope | undefined) =>
  envelope?.request.type === 'IntentRequest' ? envelope.request.intent.slots?.query?.value : undefined;

describe('a request', () => {
  it('is signed, and looks as Alexa sends it', async () => {
    await anEcho({ now: () => Date.UTC(2026, 10, 20, 9, 30, 15, 678) }).hear('Alexa, open chat companion');
    expect(skill.headers[0]).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'signature-256': `signed ${skill.bodies[0]?.length}`,
    });
    const application = { applicationId: 'amzn1.ask.skill.1' };
    const user = { userId: 'amzn1.ask.account.1' };
    expect(skill.requests[0]).toEqual({
      version: '1.0',
      session: {
        new: true,
        sessionId: expect.stringMatching(/^amzn1\.echo-api\.session\.[\w-]{36}$/),
        attributes: {},
        application,
        user,
      },
      context: {
        System: {
          application,
          user,
          device: { deviceId: 'amzn1.ask.device.1', supportedInterfaces: {} },
          apiEndpoint: 'https://api.eu.amazonalexa.com',
          apiAccessToken: expect.any(String),
        },
      },
      request: {
        type: 'LaunchRequest',
        requestId: expect.stringMatching(/^amzn1\.echo-api\.request\.[\w-]{36}$/),
        timestamp: '2026-11-20T09:30:15Z',
        locale: 'en-GB',
      },
    });
  });

  it('tells of the turn: what was said, heard and measured', async () => {
    const understood = { rule: 'position', answer: 'picked', confidence: 0.9 };
    const report = jest.fn(async () => ({ timings: { platform: 12.5 }, understood }));
    const turn = await anEcho({ report }).hear('Alexa, open chat companion');
    expect(turn).toMatchObject({
      said: 'Alexa, open chat companion',
      status: 200,
      progress: [],
      speech: 'Yes?',
      reprompt: 'Well? Yes?',
      state: 'listening',
      ms: expect.any(Number),
      timings: { platform: 12.5 },
      understood,
      response: { version: '1.0' },
      verdict: undefined,
    });
    expect(report).toHaveBeenCalledWith(skill.requests[0]?.request.requestId);
  });

  it('waits for the one before', async () => {
    let running = 0;
    let most = 0;
    skill.answer = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      return asking('Yes?');
    };
    const echo = anEcho();
    await Promise.all(['open chat companion', 'one', 'two', 'three'].map((words) => echo.hear(words)));
    expect(most).toBe(1);
    expect(skill.requests.map(query)).toEqual([undefined, 'one', 'two', 'three']);
  });
});

describe('a person who barges in', () => {
  const bargeIn = { bargeIn: true };
  /** The skill answers these words only when it is told to. */
  function slowOn(slow: string) {
    const asked = new Gate();
    const answered = new Gate();
    skill.answer = async (envelope) => {
      const said = query(envelope) ?? 'launch';
      if (said !== slow) return asking(`${said}?`);
      asked.open();
      await answered.passed;
      return GOODBYE;
    };
    return { asked: asked.passed, answer: answered.open };
  }

  it('is heard at once, in the same session, and what was asked before is answered to nobody', async () => {
    const { asked, answer } = slowOn('one');
    const echo = anEcho();
    await echo.hear('open chat companion');
    const first = echo.hear('one', bargeIn);
    await asked;
    expect(await echo.hear('two', bargeIn)).toMatchObject({ speech: 'two?', state: 'listening' });
    const interrupted = await first;
    expect(interrupted).toMatchObject({ said: 'one', interrupted: true, status: 0, speech: '' });
    expect(interrupted).not.toHaveProperty('response');
    answer();
    expect(await echo.hear('three')).toMatchObject({ speech: 'three?', state: 'listening' });
    expect(new Set(skill.requests.map(({ session }) => session?.sessionId)).size).toBe(1);
  });

  it('interrupts nothing with words that nobody hears', async () => {
    const { asked, answer } = slowOn('launch');
    const echo = anEcho();
    const launch = echo.hear('open chat companion', bargeIn);
    await asked;
    expect(await echo.hear('two', bargeIn)).toBeUndefined();
    answer();
    expect(await launch).toMatchObject({ speech: 'Goodbye.', status: 200 });
  });

  it('may open the skill anew, or hear the notifications', async () => {
    const { asked, answer } = slowOn('one');
    const echo = anEcho();
    await echo.hear('open chat companion');
    const first = echo.hear('one', bargeIn);
    await asked;
    expect(await echo.hear('Alexa, read my notifications', bargeIn)).toMatchObject({ state: 'idle' });
    expect(await first).toMatchObject({ interrupted: true });
    expect(await echo.hear('Alexa, open chat companion', bargeIn)).toMatchObject({ speech: 'launch?' });
    answer();
    expect(echo.state).toBe('listening');
  });
});

describe('a conversation', () => {
  it('stays in one session and gives the attributes back', async () => {
    let count = 0;
    skill.answer = () => {
      count += 1;
      return { response: asking('Yes?'), sessionAttributes: { count } };
    };
    const echo = anEcho();
    await echo.hear('Alexa, open chat companion');
    await echo.hear('When do you open?');
    await echo.hear('Alexa, and on Sunday?');
    const sessions = skill.requests.map(({ session }) => session);
    expect(new Set(sessions.map((session) => session?.sessionId)).size).toBe(1);
    expect(sessions.map((session) => session?.new)).toEqual([true, false, false]);
    expect(sessions.map((session) => session?.attributes)).toEqual([{}, { count: 1 }, { count: 2 }]);
    expect(skill.requests.map(query)).toEqual([undefined, 'when do you open', 'and on sunday']);
    expect(skill.requests[1]?.request).toMatchObject({ dialogState: 'IN_PROGRESS' });
  });

  it('begins with a one-shot, too', async () => {
    const echo = anEcho();
    const turn = await echo.hear('Alexa, ask chat companion about green tea');
    expect(query(turn?.request)).toBe('green tea');
    expect(turn?.request?.session?.new).toBe(true);
    expect(echo.state).toBe('listening');
  });

  it('hears nothing but the wake word while the microphone is closed', async () => {
    const echo = anEcho();
    expect(await echo.hear('when do you open')).toBeUndefined();
    expect(await echo.hear('Alexa, what time is it?')).toBeUndefined();
    expect(await echo.hear('Alexa, open the garage')).toBeUndefined();
    expect(await echo.silence()).toBeUndefined();
    expect(skill.requests).toEqual([]);
    expect(echo.state).toBe('idle');
  });

  it('sends nothing for a sound without words', async () => {
    const echo = anEcho();
    await echo.hear('open chat companion');
    expect(await echo.hear(' … ')).toBeUndefined();
    expect(await echo.hear('Alexa')).toBeUndefined();
    expect(skill.requests).toHaveLength(1);
  });

  it('ends when the skill says so, and the next one is new', async () => {
    const echo = anEcho();
    await echo.hear('open chat companion');
    skill.answer = () => ({ response: GOODBYE, sessionAttributes: { left: 'over' } });
    const last = await echo.hear('stop');
    expect(last).toMatchObject({ speech: 'Goodbye.', state: 'idle', reprompt: undefined });
    expect(last?.request?.request).toMatchObject({ intent: { name: 'AMAZON.StopIntent' } });
    expect(await echo.hear('hello')).toBeUndefined();
    const next = await echo.hear('open chat companion');
    expect(next?.request?.session).toMatchObject({ new: true, attributes: {} });
    expect(next?.request?.session?.sessionId).not.toBe(last?.request?.session?.sessionId);
  });

  it('starts anew when the skill is opened in the middle of it', async () => {
    const echo = anEcho();
    const first = await echo.hear('open chat companion');
    const second = await echo.hear('Alexa, open chat companion');
    expect(second?.request?.request.type).toBe('LaunchRequest');
    expect(second?.request?.session?.sessionId).not.toBe(first?.request?.session?.sessionId);
  });

  it('is ended by "exit" without asking the skill', async () => {
    const echo = anEcho();
    await echo.hear('open chat companion');
    const turn = await echo.hear('Exit.');
    expect(turn).toMatchObject({ speech: '', state: 'idle', verdict: undefined });
    expect(turn?.request?.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'USER_INITIATED' });
  });

  it('routes "yes" as the device at hand does', async () => {
    const names = async (yesNo: 'intent' | 'slot') => {
      const echo = anEcho({ routing: { yesNo } });
      await echo.hear('open chat companion');
      const turn = await echo.hear('Yes!');
      return turn?.request?.request.type === 'IntentRequest' ? turn.request.request.intent.name : undefined;
    };
    expect(await names('intent')).toBe('AMAZON.YesIntent');
    expect(await names('slot')).toBe('ChatIntent');
  });

  it('lets a sample or the elicited slot win, as the device at hand does', async () => {
    const heard = async (samples?: 'intent' | 'slot') => {
      const echo = anEcho({ routing: { samples } });
      await echo.hear('open chat companion');
      const turn = await echo.hear('When do you open?');
      return turn?.request?.request;
    };
    expect(await heard()).toMatchObject({ intent: { name: 'ChatIntent' } });
    expect(await heard('intent')).toMatchObject({ intent: { name: 'WhenIntent' } });
  });

  it('needs the dialog model for an elicitation: without it Alexa ignores the directive', async () => {
    const bare = new Map([...models].map(([locale, model]) => [locale, { ...model, dialog: undefined }]));
    const echo = anEcho({ models: bare });
    await echo.hear('open chat companion');
    const turn = await echo.hear('green tea');
    expect(turn?.request?.request).toMatchObject({ intent: { name: 'AMAZON.FallbackIntent' } });
  });

  it('is understood by samples alone where the skill elicits nothing', async () => {
    skill.answer = () => ({ ...asking('Yes?'), directives: [] });
    const echo = anEcho();
    await echo.hear('open chat companion');
    expect(query((await echo.hear('ask about green tea'))?.request)).toBe('green tea');
    expect((await echo.hear('green tea'))?.request?.request).toMatchObject({
      intent: { name: 'AMAZON.FallbackIntent' },
    });
  });
});

describe('silence', () => {
  it('gets the reprompt once, then ends the session', async () => {
    const echo = anEcho();
    await echo.hear('open chat companion');
    expect(await echo.silence()).toEqual({ reprompt: 'Well? Yes?' });
    expect(echo.state).toBe('listening');
    expect(skill.requests).toHaveLength(1);
    expect(await echo.silence()).toMatchObject({
      said: '',
      speech: '',
      state: 'idle',
      request: { request: { type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' } },
    });
    expect(await echo.silence()).toBeUndefined();
    expect(skill.requests).toHaveLength(2);
  });

  it('is forgiven by an answer, which is understood as if there had been none', async () => {
    const echo = anEcho();
    await echo.hear('open chat companion');
    await echo.silence();
    expect(query((await echo.hear('when do you open'))?.request)).toBe('when do you open');
    expect(await echo.silence()).toEqual({ reprompt: 'Well? Yes?' });
  });
});

describe('a response that Alexa refuses', () => {
  it.each<[string, Answering, string]>([
    ['HTTP 500', () => 'oops', 'HTTP 500'],
    ['broken SSML', () => ({ ...GOODBYE, outputSpeech: ssml('Q & A') }), 'Invalid SSML Output Speech'],
  ])('is replaced by her own words, and the skill is told why: %s', async (_, answer, reason) => {
    const echo = anEcho();
    await echo.hear('open chat companion');
    skill.answer = answer;
    const turn = await echo.hear('when do you open');
    expect(turn).toMatchObject({
      speech: PROBLEM,
      state: 'idle',
      verdict: { type: 'INVALID_RESPONSE', message: expect.stringContaining(reason) },
    });
    const [launch, , farewell] = skill.requests;
    expect(farewell?.session?.sessionId).toBe(launch?.session?.sessionId);
    expect(farewell?.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'ERROR', error: turn?.verdict });
    expect(await echo.hear('hello')).toBeUndefined();
  });

  it('shows what was refused', async () => {
    skill.answer = () => ({ ...asking('Yes?'), reprompt: undefined });
    const turn = await anEcho().hear('open chat companion');
    expect(turn?.response?.response.outputSpeech).toEqual(ssml('Yes?'));
    expect(turn?.verdict?.message).toContain('without a reprompt');
  });

  it('may be none at all', async () => {
    const turn = await anEcho({ endpoint: 'http://127.0.0.1:1/alexa' }).hear('open chat companion');
    expect(turn).toMatchObject({ status: 0, speech: PROBLEM, verdict: { type: 'INVALID_RESPONSE' }, state: 'idle' });
  });

  it('may come too late', async () => {
    let time = 0;
    const slow: typeof fetch = async (...request) => {
      time += 8000;
      return fetch(...request);
    };
    const turn = await anEcho({ now: () => time, fetch: slow }).hear('open chat companion');
    expect(turn).toMatchObject({ ms: 8000, speech: PROBLEM, verdict: { type: 'ENDPOINT_TIMEOUT' }, state: 'idle' });
    expect(skill.requests.at(-1)?.request).toMatchObject({ reason: 'ERROR', error: { type: 'ENDPOINT_TIMEOUT' } });
  });

  it('is waited for no longer than Alexa waits', async () => {
    let time = 0;
    let signal: AbortSignal | null | undefined;
    const never: typeof fetch = async (_, options) => {
      signal = options?.signal;
      time += 8000;
      throw new DOMException('timed out', 'TimeoutError');
    };
    const turn = await anEcho({ now: () => time, fetch: never }).hear('open chat companion');
    expect(signal).toBeInstanceOf(AbortSignal);
    expect(turn).toMatchObject({ status: 0, verdict: { type: 'ENDPOINT_TIMEOUT' } });
  });
});

describe('progressive responses', () => {
  let service: DirectiveService;
  beforeEach(async () => {
    service = await startDirectiveService();
  });
  afterEach(() => service.close());

  /** Speaks as a skill does: with the id and the token of the request. */
  async function speak({ request, context }: RequestEnvelope, speech: string): Promise<number> {
    const { apiAccessToken } = context.System;
    const answer = await fetch(`${service.url}/v1/directives`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiAccessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        header: { requestId: request.requestId },
        directive: { type: 'VoicePlayer.Speak', speech },
      }),
    });
    return answer.status;
  }

  it('are heard before the answer', async () => {
    const statuses: number[] = [];
    skill.answer = async (envelope) => {
      statuses.push(await speak(envelope, '<speak><p>One moment.</p></speak>'), await speak(envelope, 'Still here.'));
      return asking('Yes?');
    };
    const turn = await anEcho({ directives: service }).hear('open chat companion');
    expect(statuses).toEqual([204, 204]);
    expect(turn).toMatchObject({ progress: ['One moment.', 'Still here.'], speech: 'Yes?' });
    expect(service.violations).toEqual([]);
  });

  it('are told of when they are spoken, until the person barges in', async () => {
    const spoken: string[] = [];
    const late = new Gate();
    const statuses: number[] = [];
    let answered = Promise.resolve();
    skill.answer = async (envelope) => {
      if (query(envelope) !== 'one') return asking('Yes?');
      statuses.push(await speak(envelope, 'One moment.'));
      answered = late.passed.then(async () => {
        statuses.push(await speak(envelope, 'Still here.'));
      });
      await answered;
      return asking('Too late.');
    };
    const echo = anEcho({ directives: service });
    await echo.hear('open chat companion');
    const first = new Promise((resolve) => {
      const onProgress = (speech: string) => {
        spoken.push(speech);
        resolve(echo.hear('two', { bargeIn: true }));
      };
      echo.hear('one', { bargeIn: true, onProgress });
    });
    expect(await first).toMatchObject({ speech: 'Yes?', progress: [] });
    late.open();
    await answered;
    expect(spoken).toEqual(['One moment.']);
    expect(statuses).toEqual([204, 403]);
  });

  it('belong to one request', async () => {
    const echo = anEcho({ directives: service });
    const first = await echo.hear('open chat companion');
    skill.answer = async (envelope) => {
      await speak(envelope, 'Let me see.');
      return asking('Yes?');
    };
    const second = await echo.hear('when do you open');
    expect([first?.progress, second?.progress]).toEqual([[], ['Let me see.']]);
  });

  it('are late once the answer is there', async () => {
    const echo = anEcho({ directives: service });
    const turn = await echo.hear('open chat companion');
    expect(await speak(turn?.request as RequestEnvelope, 'One moment.')).toBe(403);
    expect(service.violations).toMatchObject([{ kind: 'late', requestId: turn?.request?.request.requestId }]);
  });

  it('are not for a session that has ended', async () => {
    const echo = anEcho({ directives: service });
    await echo.hear('open chat companion');
    const turn = await echo.hear('exit');
    expect(await speak(turn?.request as RequestEnvelope, 'One moment.')).toBe(401);
  });
});

describe('a person whose voice is recognised', () => {
  it('is named wherever something was said, and in no silence', async () => {
    const echo = anEcho({ personId: 'amzn1.ask.person.1' });
    await echo.hear('open chat companion');
    await echo.hear('when do you open');
    await echo.silence();
    await echo.silence();
    expect(skill.requests.map(({ context }) => context.System.person?.personId)).toEqual([
      'amzn1.ask.person.1',
      'amzn1.ask.person.1',
      undefined,
    ]);
  });
});

describe('notifications', () => {
  /** What waits for one customer. */
  function waiting(...sentences: string[]) {
    return {
      sentences,
      pending: (userId: string) => (userId === 'amzn1.ask.account.1' ? sentences : []),
      read: (userId: string) => (userId === 'amzn1.ask.account.1' ? sentences.splice(0) : []),
    };
  }

  it('light the light until Alexa has read them, without a word to the skill', async () => {
    const echo = anEcho({ notifications: waiting('You have two new messages from Rosa') });
    expect(echo.notifications).toBe(1);
    const turn = await echo.hear('Alexa, read my notifications');
    expect(turn).toMatchObject({ status: 0, state: 'idle' });
    expect(turn?.speech).toBe(
      'You have one new notification from chat companion. You have two new messages from Rosa.',
    );
    expect(turn?.request).toBeUndefined();
    expect(echo.notifications).toBe(0);
    expect((await echo.hear('Alexa, what are my notifications?'))?.speech).toBe('You have no new notifications.');
    expect(skill.requests).toEqual([]);
  });

  it('of another customer stay dark', () => {
    expect(anEcho({ userId: 'amzn1.ask.account.2', notifications: waiting('A') }).notifications).toBe(0);
    expect(anEcho().notifications).toBe(0);
  });

  it('end an open session', async () => {
    const echo = anEcho({ notifications: waiting('A', 'B') });
    await echo.hear('open chat companion');
    expect((await echo.hear('Alexa, read my notifications'))?.speech).toContain('2 new notifications');
    expect(skill.requests.at(-1)?.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'USER_INITIATED' });
    expect(echo.state).toBe('idle');
  });

  it('are the business of the skill where its microphone hears of them', async () => {
    const source = waiting('A');
    const echo = anEcho({ notifications: source });
    await echo.hear('open chat companion');
    expect(query((await echo.hear('read my notifications'))?.request)).toBe('read my notifications');
    expect(source.sentences).toEqual(['A']);
  });
});

describe('a skill event', () => {
  const NOW = Date.UTC(2026, 10, 20, 9, 30, 15, 678);

  it('is signed, and comes without a session, a device or a locale', async () => {
    skill.answer = () => ({});
    const body = { userInformationPersistenceStatus: 'NOT_PERSISTED' };
    const sent = await anEcho({ now: () => NOW }).skillEvent('AlexaSkillEvent.SkillDisabled', body, NOW - 60_000);
    expect(skill.headers[0]).toMatchObject({ 'signature-256': `signed ${skill.bodies[0]?.length}` });
    expect(skill.requests).toEqual([
      {
        version: '1.0',
        context: {
          System: {
            application: { applicationId: 'amzn1.ask.skill.1' },
            user: { userId: 'amzn1.ask.account.1' },
            apiEndpoint: 'https://api.eu.amazonalexa.com',
          },
        },
        request: {
          type: 'AlexaSkillEvent.SkillDisabled',
          requestId: expect.any(String),
          timestamp: '2026-11-20T09:29:15Z',
          eventCreationTime: '2026-11-20T09:29:15Z',
          eventPublishingTime: '2026-11-20T09:30:15Z',
          body,
        },
      },
    ]);
    expect(sent).toMatchObject({ status: 200, acknowledged: true, response: { response: {} } });
  });

  it('leaves an open session as it is', async () => {
    const echo = anEcho();
    await echo.hear('open chat companion');
    await echo.skillEvent('AlexaSkillEvent.ProactiveSubscriptionChanged', { subscriptions: [] });
    expect(echo.state).toBe('listening');
  });

  it('is not acknowledged by an error', async () => {
    skill.answer = () => 'no';
    expect(await anEcho().skillEvent('AlexaSkillEvent.SkillEnabled')).toMatchObject({
      status: 500,
      acknowledged: false,
    });
  });
});

it('refuses a locale that the skill does not speak', () => {
  expect(() => anEcho({ locale: 'en-NZ' })).toThrow('no model for en-NZ');
});
