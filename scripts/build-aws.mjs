import { join } from 'node:path';
import { build } from 'esbuild';

/** What the DynamoDB store takes of the AWS SDK. Where it takes anything else, the build fails: "No matching export". */
const TAKEN = { '@aws-sdk/util-dynamodb': ['marshall', 'unmarshall'] };
/** In place of the SDK's client, which a cold start would wait for. */
const LEAN = { '@aws-sdk/client-dynamodb': 'lambda/store/dynamodb/lean-client.ts' };

/** Streams of events, which DynamoDB's own API has not. */
const LEFT_OUT = /^@smithy\/core\/event-streams$/;

/** The SDK's ES modules, of which esbuild can leave out what nobody takes. */
export const awsModules = {
  name: 'aws-modules',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: LEFT_OUT }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /./, namespace: 'left-out' }, () => ({ contents: 'export class EventStreamSerde {}' }));
    onResolve(
      { filter: /^@(aws-sdk|smithy)\/|^\.{1,2}\// },
      async ({ path, pluginData, importer, resolveDir, kind }) => {
        if (pluginData === 'resolving') return undefined;
        const found = await resolve(path, { importer, resolveDir, kind, pluginData: 'resolving' });
        return { ...found, path: found.path.replace('/dist-cjs/', '/dist-es/'), sideEffects: false };
      },
    );
  },
};

/**
 * The AWS SDK as a module that holds no more than is taken. It is put together by itself, as esbuild leaves nothing out of
 * modules that are loaded late. Of its client for DynamoDB nothing is taken.
 *
 * @param common esbuild's options for everything
 * @param taken told of every file that something is taken of
 */
export function awsTaken(common, taken) {
  return {
    name: 'aws-taken',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^@aws-sdk\/client-dynamodb$/ }, ({ path }) => ({
        path: join(common.absWorkingDir, LEAN[path]),
      }));
      onResolve({ filter: /^@aws-sdk\/util-dynamodb$/ }, ({ path }) => ({ path, namespace: 'aws-taken' }));
      onLoad({ filter: /./, namespace: 'aws-taken' }, async ({ path }) => {
        const { outputFiles, errors, metafile } = await build({
          ...common,
          stdin: { contents: `export { ${TAKEN[path].join(', ')} } from '${path}';`, resolveDir: common.absWorkingDir },
          format: 'esm',
          minify: true,
          external: ['node:*'],
          plugins: [awsModules],
          write: false,
          metafile: true,
        });
        taken(Object.keys(metafile.inputs));
        return { contents: outputFiles[0].text, resolveDir: common.absWorkingDir, errors };
      });
    },
  };
}
