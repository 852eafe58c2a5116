import type { RequestEnvelope } from 'ask-sdk-model';
import { type AlexaApiClient, createAlexaApiClient } from '../../lambda/amazon/api-client';
import { createProgress } from '../../lambda/amazon/progressive-response';
import { AloudError } from '../../lambda/errors';
import { progressSsml } from '../../lambda/speech/progress';
import { NO_TELEMETRY } from '../../lambda/telemetry/telemetry';
import { type DirectiveService, startDirectiveService } from '../../simulator/amazon/directive-service';
import { type Fault, WIRE_FAULTS } from '../../simulator/platforms/faults';

const TOKEN = 'Atza-the-token';
let service: DirectiveService;
let apiClient: AlexaApiClient;
const errors: [error: unknown, where: string][] = [];

beforeEach(async () => {
  errors.length = 0;
  service = await startDirectiveService();
  useClient(10_000);
});
afterEach(async () => {
  await apiClient.close();
  await service.close();
});

function useClient(timeoutMs: number): void {
  apiClient = createAlexaApiClient({ baseUrl: service.url, timeoutMs });
}

/** The next call fails. What would go on for ever is given up soon. */
function failWith(fault: Fault): void {
  if (fault === 'hang' || fault === 'drip') useClient(300);
  service.behaviour.faults.push(fault);
}

function envelope(requestId: string, system: object = {}): RequestEnvelope {
  return {
    version: '1.0',
    context: { System: { apiEndpoint: 'https://api.eu.amazonalexa.com', apiAccessToken: TOKEN, ...system } },
    request: { type: 'LaunchRequest', requestId, timestamp: '', locale: 'en-GB' },
  } as RequestEnvelope;
}

const progressOf = (request: RequestEnvelope, client = apiClient) =>
  createProgress({
    apiClient: client,
    speech: progressSsml,
    telemetry: { ...NO_TELEMETRY, error: (error, where) => errors.push([error, where]) },
  })(request);

const say = (request: RequestEnvelope, signal = new AbortController().signal) => progressOf(request)?.(signal);

/** What the operator would read. Nothing may be in it that is a secret or comes from outside. */
function reported(): string[] {
  return errors.map(([error, where]) => {
    expect(where).toBe('progress');
    expect(error).toBeInstanceOf(AloudError);
    const { code, message, stack, cause } = error as AloudError;
    expect(`${message} ${stack} ${JSON.stringify(cause)}`).not.toContain(TOKEN);
    return `${code} ${message}`;
  });
}

test('one sentence is spoken for the request, with its own token', async () => {
  service.begin('r1', TOKEN);
  await say(envelope('r1'));
  expect(service.end('r1')).toEqual([expect.stringMatching(/^<speak><p>[A-Z][\w ]+\.<\/p><\/speak>$/)]);
  expect(service.violations).toEqual([]);
  expect(errors).toEqual([]);
});

test('requests hear different sentences', async () => {
  const said = new Set<string>();
  for (let n = 0; n < 10; n++) {
    service.begin(`r${n}`, TOKEN);
    await say(envelope(`r${n}`));
    for (const speech of service.end(`r${n}`)) said.add(speech);
  }
  expect(said.size).toBeGreaterThan(2);
});

test.each([{ apiEndpoint: undefined }, { apiEndpoint: '' }, { apiAccessToken: undefined }, { apiAccessToken: '' }])(
  'without a way to Alexa there is nothing to call: %j',
  (system) => {
    expect(progressOf(envelope('r1', system))).toBeUndefined();
  },
);

test.each<[Fault, string]>([
  [400, 'HTTP 400'],
  [401, 'HTTP 401'],
  [403, 'HTTP 403'],
  [429, 'HTTP 429'],
  [503, 'HTTP 503'],
  ['html-502', 'HTTP 502'],
  ['reset', 'no answer (ECONNRESET)'],
  ['garbage', 'no answer (HTTPParserError)'],
  ['hang', 'no answer (not in time)'],
  ['drip', 'no answer (not in time)'],
])('%s is reported and hurts nobody', async (fault, reason) => {
  service.begin('r1', TOKEN);
  failWith(fault);
  await expect(say(envelope('r1'))).resolves.toBeUndefined();
  expect(reported()).toEqual([`ALOUD_PROGRESS_REFUSED directive service: ${reason}`]);
});

test.each(WIRE_FAULTS)('whatever is answered, it ends and says nothing of it: %s', async (fault) => {
  service.begin('r1', TOKEN);
  failWith(fault);
  await expect(say(envelope('r1'))).resolves.toBeUndefined();
  for (const line of reported()) expect(line).toMatch(/^ALOUD_PROGRESS_REFUSED directive service: [\w ()]+$/);
  expect(service.end('r1')).toHaveLength(1);
});

test('when the answer need not wait any longer it ends at once, and that is no error', async () => {
  service.begin('r1', TOKEN);
  service.behaviour.delayMs = 10_000;
  const controller = new AbortController();
  const saying = say(envelope('r1'), controller.signal);
  while (service.waiting === 0) await new Promise(setImmediate);
  controller.abort();
  await saying;
  expect(errors).toEqual([]);
});

test('given up before it began, nothing is sent', async () => {
  service.begin('r1', TOKEN);
  await say(envelope('r1'), AbortSignal.abort());
  expect([...service.end('r1'), ...service.violations, ...errors]).toEqual([]);
});

test.each([
  { apiEndpoint: 'no address' },
  { apiEndpoint: 42 },
  { apiAccessToken: `${TOKEN}\r\nX-Header: y` },
  { apiAccessToken: {} },
])('an envelope that is not Alexa’s speaks nothing: %j', async (system) => {
  service.begin('r1', TOKEN);
  await expect(say(envelope('r1', system))).resolves.toBeUndefined();
  expect(reported()).toEqual([expect.stringMatching(/^ALOUD_PROGRESS_REFUSED /)]);
  expect(service.end('r1')).toEqual([]);
});

test('the token goes to no host but Amazon’s', async () => {
  const real = createAlexaApiClient();
  service.begin('r1', TOKEN);
  await progressOf(envelope('r1', { apiEndpoint: service.url }), real)?.(new AbortController().signal);
  await real.close();
  expect(reported()).toEqual(["ALOUD_PROGRESS_REFUSED directive service: not one of Amazon's hosts"]);
  expect([...service.end('r1'), ...service.violations]).toEqual([]);
});
