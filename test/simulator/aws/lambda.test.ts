/** @jest-environment node */
import { strToU8, zipSync } from 'fflate';
import { createFunction, type LambdaFunction } from '../../../simulator/aws/lambda/function';
import { serveFunctionUrl } from '../../../simulator/aws/lambda/function-url';

let deployed: LambdaFunction;
afterEach(() => deployed.close());

function deploy(code: string, timeoutSeconds = 20): LambdaFunction {
  deployed = createFunction({
    zip: Buffer.from(zipSync({ 'index.js': strToU8(code) })),
    arn: 'arn:aws:lambda:us-east-1:123456789012:function:tested',
    handler: 'index.handler',
    runtime: 'nodejs24.x',
    timeoutSeconds,
    memoryMb: 128,
    region: 'us-east-1',
    environment: { GREETING: 'hello' },
  });
  return deployed;
}

test('a function answers, again and again from one process, with its own environment and no other', async () => {
  const code = `let count = 0;
    exports.handler = async ({ name }, context) => ({
      said: process.env.GREETING + ' ' + name, count: ++count, home: process.env.HOME ?? null,
      ms: context.getRemainingTimeInMillis() > 15000, region: process.env.AWS_REGION,
    });`;
  const { invoke } = deploy(code);
  const answer = { said: 'hello anne', home: null, ms: true, region: 'us-east-1' };
  expect(await invoke({ name: 'anne' })).toEqual({ ok: true, payload: { ...answer, count: 1 } });
  expect(await invoke({ name: 'anne' })).toEqual({ ok: true, payload: { ...answer, count: 2 } });
});

test('what is invoked at the same time runs in processes of their own', async () => {
  const { invoke } = deploy('exports.handler = async () => process.pid;');
  const outcomes = await Promise.all([invoke({}), invoke({})]);
  expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.payload)).size).toBe(2);
});

test('an error fails the invocation, not the process; a crash ends it, and the next one starts anew', async () => {
  const { invoke } = deploy(`let count = 0;
    exports.handler = async ({ what }) => {
      count++;
      if (what === 'throw') throw new TypeError('no');
      if (what === 'exit') process.exit(3);
      return count;
    };`);
  expect(await invoke({ what: 'throw' })).toEqual({ ok: false, message: 'TypeError: no' });
  expect(await invoke({})).toEqual({ ok: true, payload: 2 });
  expect(await invoke({ what: 'exit' })).toMatchObject({
    ok: false,
    message: expect.stringContaining('exit status 3'),
  });
  expect(await invoke({})).toEqual({ ok: true, payload: 1 });
});

test('one that takes too long is cut off', async () => {
  const { invoke } = deploy('exports.handler = () => new Promise((resolve) => setTimeout(resolve, 60000));', 1);
  expect(await invoke({})).toEqual({ ok: false, message: 'Task timed out after 1.00 seconds' });
});

test('a handler with a callback is refused, as Lambda does from Node.js 24 on', async () => {
  const { invoke } = deploy('exports.handler = (event, context, callback) => callback(null, {});');
  expect(await invoke({})).toMatchObject({ ok: false, message: expect.stringContaining('CallbackHandlerDeprecated') });
});

test('a function URL speaks payload format 2.0, and lets in only whom the policy does', async () => {
  const { invoke } =
    deploy(`exports.handler = async ({ version, rawPath, rawQueryString, headers, body, isBase64Encoded, requestContext }) => ({
    statusCode: 201,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version, rawPath, rawQueryString, tag: headers['x-tag'], body, isBase64Encoded, method: requestContext.http.method }),
  });`);
  let isPublic = true;
  const url = await serveFunctionUrl({ isPublic: () => isPublic, invoke });
  const post = (type: string) =>
    fetch(`${url.url}/a/b?c=d`, { method: 'POST', body: '{}', headers: { 'content-type': type, 'X-Tag': 't' } });
  const text = await post('application/json');
  expect(text.status).toBe(201);
  const event = { version: '2.0', rawPath: '/a/b', rawQueryString: 'c=d', tag: 't', method: 'POST' };
  expect(await text.json()).toEqual({ ...event, body: '{}', isBase64Encoded: false });
  expect(await (await post('image/png')).json()).toEqual({ ...event, body: 'e30=', isBase64Encoded: true });
  isPublic = false;
  expect((await post('application/json')).status).toBe(403);
  await url.close();
});
