import { build } from 'esbuild';

/**
 * What the DynamoDB store takes of the AWS SDK. Where it takes anything else, the build fails: "No matching export".
 */
const TAKEN = {
  '@aws-sdk/client-dynamodb': [
    ...['DynamoDBClient', 'BatchGetItemCommand', 'BatchWriteItemCommand', 'GetItemCommand', 'QueryCommand'],
    ...['TransactWriteItemsCommand', 'UpdateItemCommand', 'ConditionalCheckFailedException'],
    ...['TransactionCanceledException', 'TransactionConflictException'],
  ],
  '@aws-sdk/util-dynamodb': ['marshall', 'unmarshall'],
};

/** Where the AWS SDK looks for credentials elsewhere: on a developer's machine, on EC2. On Lambda they are in the environment. */
const OTHER_CREDENTIALS =
  /^@aws-sdk\/credential-provider-(sso|ini|process|web-identity)$|^@smithy\/credential-provider-imds$/;
const NO_CREDENTIALS = `
  const none = () => async () => {
    throw Object.assign(new Error('left out'), { name: 'CredentialsProviderError', tryNextLink: true });
  };
  module.exports = { fromSSO: none, fromIni: none, fromProcess: none, fromTokenFile: none,
    fromContainerMetadata: none, fromInstanceMetadata: none };
`;

/** Streams of events, which DynamoDB's own API has not. */
const LEFT_OUT = /^@smithy\/core\/event-streams$/;

/** The SDK's ES modules, of which esbuild can leave out what nobody takes. */
export const awsModules = {
  name: 'aws-modules',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: OTHER_CREDENTIALS }, ({ path }) => ({ path, namespace: 'no-credentials' }));
    onLoad({ filter: /./, namespace: 'no-credentials' }, () => ({ contents: NO_CREDENTIALS }));
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
 * The AWS SDK as two modules that hold no more than is taken. It is put together by itself, as esbuild leaves nothing out of
 * modules that are loaded late.
 *
 * @param common esbuild's options for everything
 * @param taken told of every file that something is taken of
 */
export function awsTaken(common, taken) {
  return {
    name: 'aws-taken',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^@aws-sdk\/(client|util)-dynamodb$/ }, ({ path }) => ({ path, namespace: 'aws-taken' }));
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
