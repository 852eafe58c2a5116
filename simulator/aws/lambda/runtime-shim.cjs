// Takes the place of the native module of AWS's runtime interface client, which would have to be compiled: the same
// four calls, over Node's HTTP. Loaded before the client: node -r runtime-shim.cjs aws-lambda-ric/index.mjs <handler>
const http = require('node:http');
const Module = require('node:module');

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

const load = Module._load;
Module._load = function (request, ...others) {
  return /rapid-client\.node$/.test(request) ? native : load.call(this, request, ...others);
};
