// Takes the place of the native module of AWS's runtime interface client, which would have to be compiled: the same
// four calls, over Node's HTTP. Loaded before the client: node -r runtime-shim.cjs aws-lambda-ric/bin/index.mjs <handler>
const http = require('node:http');
const Module = require('node:module');
const { join } = require('node:path');

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const BASE = '/2018-06-01/runtime/invocation';

function call(method, path, body = '', headers = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host, port, method, path: BASE + path, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks).toString() }));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

const native = {
  initializeClient() {},
  async next() {
    const { headers, body } = await call('GET', '/next');
    return { bodyJson: body, headers };
  },
  done: (id, body) => call('POST', `/${id}/response`, body),
  error: (id, body, xray) =>
    call('POST', `/${id}/error`, body, { 'lambda-runtime-function-xray-error-cause': xray ?? '' }),
};

// What a client that runs on Node 20 does not know yet, and Lambda does from Node.js 24 on: no handler with a callback.
const HANDLER_MODULE = join(process.env.LAMBDA_TASK_ROOT, process.env._HANDLER.replace(/\.[^./]*$/, ''));
const STREAMING = Symbol.for('aws.lambda.runtime.handler.streaming');

function refuseCallback(exports) {
  const handler = exports[process.env._HANDLER.split('.').at(-1)];
  if (typeof handler !== 'function' || handler.length < 3 || handler[STREAMING]) return exports;
  const error = new Error(
    'AWS Lambda has removed support for callback-based function handlers starting with Node.js 24.',
  );
  error.name = 'Runtime.CallbackHandlerDeprecated';
  throw error;
}

const load = Module._load;
Module._load = function (request, ...others) {
  if (/rapid-client\.node$/.test(request)) return native;
  const exports = load.call(this, request, ...others);
  return request.replace(/\.c?js$/, '') === HANDLER_MODULE ? refuseCallback(exports) : exports;
};
