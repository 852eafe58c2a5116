import { installAskCli } from '../../operator/deploy/ask-cli';
import { PORT_VARIABLE, startDynamoDbLocal } from '../support/dynamodb-local';

/** Once before all deployment tests: the ASK CLI, which only a deployment needs, and DynamoDB Local. */
export default async function setup(): Promise<void> {
  installAskCli({ note: (text) => process.stderr.write(`${text}\n`) });
  const local = await startDynamoDbLocal();
  if (!local) throw new Error('The deployment tests need Java 17, for DynamoDB Local');
  process.env[PORT_VARIABLE] = String(local.port);
  globalThis.stopDynamoDbLocal = local.stop;
}
