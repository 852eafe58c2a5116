// Loaded before AWS's runtime client for Node (node -r), in the place of its native module: hands it one event after the other
// in this process, and says at the end what each took.
const { randomUUID } = require('node:crypto');
const Module = require('node:module');
const { join } = require('node:path');

const { PROBE_EVENT, PROBE_ANSWERS, PROBE_EXPECTED, LAMBDA_TASK_ROOT, _HANDLER } = process.env;
const HANDLER_MODULE = join(LAMBDA_TASK_ROOT, _HANDLER.replace(/\.[^./]*$/, ''));

const now = () => {
  const { user, system } = process.cpuUsage();
  return { ms: performance.now(), worked: (user + system) / 1000 };
};
const since = (from, to) => ({ ms: to.ms - from.ms, worked: to.worked - from.worked });

let begun;
let loaded;
let asked;
const answers = [];

const native = {
  initializeClient() {},
  async next() {
    loaded ??= now();
    const event = JSON.parse(PROBE_EVENT);
    // What is asked again would only be answered again.
    event.request.requestId = `amzn1.echo-api.request.${randomUUID()}`;
    event.request.timestamp = new Date().toISOString();
    const headers = {
      'lambda-runtime-aws-request-id': randomUUID(),
      'lambda-runtime-deadline-ms': String(Date.now() + 8000),
      'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:eu-west-1:123456789012:function:cold',
      'lambda-runtime-trace-id': 'Root=1-00000000-000000000000000000000000',
    };
    asked = answers.length === 0 ? loaded : now();
    return { bodyJson: JSON.stringify(event), headers };
  },
  async done(_id, body) {
    if (!JSON.parse(body).response.outputSpeech.ssml.includes(PROBE_EXPECTED)) return fail(body);
    answers.push(since(asked, now()));
    if (answers.length < Number(PROBE_ANSWERS)) return;
    process.stdout.write(JSON.stringify({ loaded: since(begun, loaded), answers }), () => process.exit());
    await new Promise(() => {});
  },
  error: async (_id, body) => fail(body),
};

function fail(why) {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

const load = Module._load;
Module._load = function (request, ...others) {
  if (/rapid-client\.node$/.test(request)) return native;
  if (request.replace(/\.c?js$/, '') === HANDLER_MODULE) begun ??= now();
  return load.call(this, request, ...others);
};
