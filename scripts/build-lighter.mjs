// What makes the Lambda artifact lighter: modules that it does without, and data that stands packed in it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { home as root } from './place.mjs';

/** Modules that the Lambda artifact does without. */
const LEFT_OUT = new RegExp(
  [
    ...['^node:http2$', '/client-h2\\.js$', '/web/fetch/body\\.js$', '/llhttp-wasm\\.js$'],
    ...['^thread-stream$', '^\\./(?:lib/)?(?:transport|multistream)$', '^ask-sdk-model$', '^entities/decode$'],
  ].join('|'),
);

/** From here on, in bytes, data is packed. */
const LARGE = 1000;

/**
 * Data as a module. It stays text until it is needed, as V8 reads JSON faster than JavaScript; and much of it is packed, which
 * costs the processor nothing, for what it takes to unpack it is what it took to read it past.
 */
function dataModule(text) {
  const json = JSON.stringify(JSON.parse(text));
  if (json.length < LARGE) return `module.exports = JSON.parse(${JSON.stringify(json)});`;
  return `module.exports = JSON.parse(${unpacked(json)}.toString());`;
}

/** The best, 11, takes three times as long for two parts in a hundred. */
const QUALITY = 10;

/** The expression that gives the bytes of some data again, which stand in the artifact packed. */
function unpacked(data) {
  const packed = brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }).toString('base64');
  return `require('node:zlib').brotliDecompressSync(Buffer.from('${packed}', 'base64'))`;
}

/**
 * So much has the parser to do before V8 optimises it: a hundred times of what it would, as that takes thirty milliseconds of the
 * processor, and would be done in the midst of the first answer. What V8 has made of it first reads a thousand answers as well.
 */
const PARSED = 1_300_000_000;

/** undici's HTTP parser, written in its module as base64. */
const WASM = /wasmBase64 = '([A-Za-z0-9+/=]+)'/;

async function wasmModule(path) {
  const [, base64] = WASM.exec(await readFile(path, 'utf8')) ?? [];
  const rarely = `require('node:v8').setFlagsFromString('--wasm-tiering-budget=${PARSED}');`;
  return base64 && `${rarely}module.exports = ${unpacked(Buffer.from(base64, 'base64'))};`;
}

/**
 * What the Lambda artifact does without, as each costs milliseconds of every cold start: Node's HTTP/2, which undici and
 * the AWS SDK load, and use only when told to, with undici's client for it; what undici has for bodies that are forms; its HTTP
 * parser for processors without SIMD, of which AWS has none; pino's threads, as the log is written by the process itself, and that
 * it looks for who has called it, to load them; the
 * clients of Alexa's services in the SDK's model, which only a skill with an API client of the SDK's gets; the parts of
 * htmlparser2 that build a DOM, and the names of entities, which markdown-it has; and what settings are for, which is told by others.
 */
export const lighter = {
  name: 'lighter',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: LEFT_OUT }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /./, namespace: 'left-out' }, () => ({
      contents: 'module.exports = { constants: {}, services: {}, EntityDecoder: class {} };',
    }));
    onLoad({ filter: /pino[\\/]lib[\\/]caller\.js$/ }, () => ({ contents: 'module.exports = () => [];' }));
    onLoad({ filter: /llhttp_simd-wasm\.js$/ }, async ({ path }) => ({ contents: await wasmModule(path) }));
    onLoad({ filter: /\.json$/ }, async ({ path }) => ({ contents: dataModule(await readFile(path, 'utf8')) }));
    onLoad({ filter: /\/settings\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(/^ +doc: .*,$/gm, ''),
      loader: 'ts',
    }));
    onResolve({ filter: /^htmlparser2$/ }, () => ({
      path: join(root, 'node_modules/htmlparser2/dist/commonjs/Parser.js'),
    }));
  },
};
