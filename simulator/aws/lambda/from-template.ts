import type { Database } from '../database';
import type { Identities } from '../identities';
import type { S3 } from '../s3';
import type { StackView } from '../stack-view';
import type { Resource } from '../template/instantiate';
import { type JsonObject, TemplateError } from '../template/parse';
import { createFunction, type LambdaFunction } from './function';

/** What functions are made with besides their template. */
export interface FunctionSurroundings {
  readonly region: string;
  readonly s3: S3;
  readonly database?: Database;
  readonly identities: Identities;
  /** Where AWS is reached; asked once a function is made. */
  readonly url: () => string;
  /** What every function finds in its environment besides what its template says. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Makes the function that a stack describes. @throws TemplateError for what Lambda would refuse to make */
export function functionOf(
  stack: StackView,
  resource: Resource,
  { region, s3, database, identities, url, environment }: FunctionSurroundings,
): LambdaFunction {
  const { Code, Handler, Runtime, Timeout = 3, MemorySize = 128, Environment } = resource.properties;
  const { S3Bucket = '', S3Key = '', S3ObjectVersion = '' } = Code as Record<string, string>;
  const zip = s3.object(S3Bucket, S3Key, S3ObjectVersion);
  if (!zip) throw new TemplateError('Error occurred while GetObject. S3 Error Code: NoSuchKey');
  const variables = variablesIn(Environment as JsonObject | undefined);
  const rights = stack.rightsOf(resource);
  return createFunction({
    zip,
    arn: stack.attribute(resource, 'Arn'),
    handler: String(Handler),
    runtime: String(Runtime),
    timeoutSeconds: Number(Timeout),
    memoryMb: Number(MemorySize),
    region,
    environment: {
      ...variables,
      ...identities.lend(resource.logicalId, rights),
      AWS_ENDPOINT_URL_SECRETS_MANAGER: url(),
      ...(database && { AWS_ENDPOINT_URL_DYNAMODB: database.url }),
      ...environment,
    },
  });
}

function variablesIn(environment: JsonObject | undefined): Readonly<Record<string, string>> {
  const variables = (environment?.Variables ?? {}) as Record<string, string>;
  const size = Object.entries(variables).reduce((sum, entry) => sum + Buffer.byteLength(entry.join('')), 0);
  if (size > 4096) throw new TemplateError('Lambda was unable to configure your environment variables: 4KB limit');
  return variables;
}
