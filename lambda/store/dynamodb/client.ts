import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

/**
 * A turn has eight seconds for everything, and DynamoDB answers in milliseconds: what takes longer than this is better
 * asked again on another connection.
 */
const CONNECT_MS = 1000;
const ANSWER_MS = 2000;
const ATTEMPTS = 3;

/**
 * A client with time-outs that fit a turn. Region, endpoint and credentials come from where the AWS SDK looks for them:
 * `AWS_REGION`, `AWS_ENDPOINT_URL_DYNAMODB`, the role of the function or machine.
 */
export function createClient(config: DynamoDBClientConfig = {}): DynamoDBClient {
  return new DynamoDBClient({
    retryMode: 'standard',
    maxAttempts: ATTEMPTS,
    // Without the last the SDK only warns. Connections are kept alive by default.
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS, throwOnRequestTimeout: true },
    ...config,
  });
}
