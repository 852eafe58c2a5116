import type { JsonObject } from '../template/parse';
import { callLocal, LocalError, type LocalUrl } from './local';

/** Makes the table that a template describes, unless it is there. What DynamoDB Local does not know is left out. */
export async function makeTable(url: LocalUrl, name: string, properties: JsonObject): Promise<void> {
  const { BillingMode, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, StreamSpecification } = properties;
  const input = {
    TableName: name,
    BillingMode,
    AttributeDefinitions,
    KeySchema,
    GlobalSecondaryIndexes,
    StreamSpecification: { StreamEnabled: true, ...(StreamSpecification as object) },
  };
  try {
    await callLocal(url, 'DynamoDB_20120810.CreateTable', input);
  } catch (error) {
    if (error instanceof LocalError && error.type === 'ResourceInUseException') return;
    throw error;
  }
  await callLocal(url, 'DynamoDB_20120810.UpdateTimeToLive', {
    TableName: name,
    TimeToLiveSpecification: properties.TimeToLiveSpecification,
  });
}
