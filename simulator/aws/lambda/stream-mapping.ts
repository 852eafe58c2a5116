import type { Database } from '../database';
import type { Rights } from '../rights';
import type { StackView } from '../stack-view';
import type { Resource } from '../template/instantiate';
import { type JsonObject, TemplateError } from '../template/parse';
import type { Outcome } from './sandbox';

/**
 * Lets a stream wake a function, which must be allowed to read it.
 *
 * @param database without it nothing wakes the function
 * @param invoke calls a function by its ARN
 * @throws TemplateError for what Lambda would refuse to map
 */
export async function mapStream(
  stack: StackView,
  { logicalId, properties }: Resource,
  database: Database | undefined,
  invoke: (arn: string, event: object) => Promise<Outcome>,
): Promise<void> {
  const { EventSourceArn, FunctionName } = properties;
  const table = stack.byAttribute('AWS::DynamoDB::Table', 'StreamArn', EventSourceArn);
  const target = stack.byAttribute('AWS::Lambda::Function', 'Arn', FunctionName);
  if (!table || !target) throw new TemplateError(`${logicalId}: no such stream or function`);
  checkRights(stack.rightsOf(target), properties);
  await database?.map(logicalId, table.id, properties, (event) => invoke(String(FunctionName), event));
}

function checkRights(rights: Rights, { EventSourceArn, DestinationConfig }: JsonObject): void {
  for (const action of ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']) {
    if (!rights.allows(`dynamodb:${action}`, String(EventSourceArn))) {
      throw new TemplateError(`Cannot access stream. Please ensure the role can perform ${action}.`);
    }
  }
  const { Destination } = (DestinationConfig as Record<string, Record<string, string>> | undefined)?.OnFailure ?? {};
  if (Destination && !rights.allows('sqs:SendMessage', Destination)) {
    throw new TemplateError('The provided execution role does not have permissions to call SendMessage on SQS');
  }
}
