import type { JsonObject } from './parse';

/** Where a stack stands. */
export interface Place {
  readonly region: string;
  readonly account: string;
  readonly stack: string;
}

/** A kind of resource: which properties it takes, and what `Ref` and `GetAtt` of one are. */
export interface ResourceType {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  ref(name: string, place: Place): string;
  readonly attributes?: Readonly<Record<string, (name: string, place: Place) => string>>;
  /** Checks what CloudFormation checks before anything is made; a text for what is wrong. */
  check?(properties: JsonObject): string | undefined;
}

type NameAndPlace = (name: string, place: Place) => string;

const itself: NameAndPlace = (name) => name;
const arn =
  (service: string, prefix = '', suffix = ''): NameAndPlace =>
  (name, { region, account }) =>
    `arn:aws:${service}:${region}:${account}:${prefix}${name}${suffix}`;

const functionArn = arn('lambda', 'function:');

/**
 * The kinds that our template uses, with the properties that are known to exist; from the resource reference of
 * CloudFormation. A misspelt property is refused, as CloudFormation would.
 */
export const RESOURCE_TYPES: Readonly<Record<string, ResourceType | undefined>> = {
  'AWS::Lambda::Function': {
    required: ['Code', 'Role'],
    optional: [
      ...[
        'Handler',
        'Runtime',
        'Description',
        'Architectures',
        'Timeout',
        'MemorySize',
        'LoggingConfig',
        'Environment',
      ],
      ...['FunctionName', 'ReservedConcurrentExecutions', 'DeadLetterConfig', 'TracingConfig', 'Tags', 'Layers'],
    ],
    ref: itself,
    attributes: { Arn: functionArn },
  },
  'AWS::Lambda::Permission': {
    required: ['FunctionName', 'Action', 'Principal'],
    optional: ['EventSourceToken', 'FunctionUrlAuthType', 'InvokedViaFunctionUrl', 'SourceArn', 'SourceAccount'],
    ref: itself,
  },
  'AWS::Lambda::Url': {
    required: ['TargetFunctionArn', 'AuthType'],
    optional: ['Cors', 'InvokeMode', 'Qualifier'],
    ref: functionArn,
    attributes: {
      FunctionArn: functionArn,
      FunctionUrl: (name, { region }) => `https://${name.toLowerCase()}.lambda-url.${region}.on.aws/`,
    },
  },
  'AWS::Lambda::EventSourceMapping': {
    required: ['FunctionName'],
    optional: [
      ...['EventSourceArn', 'StartingPosition', 'FilterCriteria', 'BatchSize', 'MaximumBatchingWindowInSeconds'],
      ...['FunctionResponseTypes', 'BisectBatchOnFunctionError', 'MaximumRetryAttempts', 'MaximumRecordAgeInSeconds'],
      ...['DestinationConfig', 'ParallelizationFactor', 'Enabled'],
    ],
    ref: itself,
    check({ StartingPosition }) {
      return StartingPosition === undefined ? 'StartingPosition is required for a stream' : undefined;
    },
  },
  'AWS::Lambda::EventInvokeConfig': {
    required: ['FunctionName', 'Qualifier'],
    optional: ['MaximumRetryAttempts', 'MaximumEventAgeInSeconds', 'DestinationConfig'],
    ref: itself,
    check({ MaximumEventAgeInSeconds: age = 60 }) {
      return Number(age) < 60 ? 'MaximumEventAgeInSeconds is at least 60' : undefined;
    },
  },
  'AWS::IAM::Role': {
    required: ['AssumeRolePolicyDocument'],
    optional: ['Policies', 'ManagedPolicyArns', 'Description', 'MaxSessionDuration', 'Path', 'Tags'],
    ref: itself,
    attributes: { Arn: (name, { account }) => `arn:aws:iam::${account}:role/${name}` },
  },
  'AWS::DynamoDB::Table': {
    required: ['KeySchema'],
    optional: [
      ...['BillingMode', 'AttributeDefinitions', 'DeletionProtectionEnabled', 'GlobalSecondaryIndexes', 'TableName'],
      ...['StreamSpecification', 'TimeToLiveSpecification', 'PointInTimeRecoverySpecification', 'SSESpecification'],
    ],
    ref: itself,
    attributes: {
      Arn: arn('dynamodb', 'table/'),
      StreamArn: arn('dynamodb', 'table/', '/stream/2026-01-01T00:00:00.000'),
    },
  },
  'AWS::SecretsManager::Secret': {
    required: [],
    optional: ['Description', 'SecretString', 'Name', 'GenerateSecretString', 'KmsKeyId', 'Tags'],
    ref: arn('secretsmanager', 'secret:', '-AbCdEf'),
  },
  'AWS::Logs::LogGroup': {
    required: [],
    optional: ['LogGroupName', 'RetentionInDays', 'KmsKeyId', 'Tags'],
    ref: itself,
    attributes: { Arn: arn('logs', 'log-group:', ':*') },
  },
  'AWS::Logs::MetricFilter': {
    required: ['LogGroupName', 'FilterPattern', 'MetricTransformations'],
    optional: ['FilterName'],
    ref: itself,
  },
  'AWS::Events::Rule': {
    required: [],
    optional: ['ScheduleExpression', 'Targets', 'State', 'Description', 'Name'],
    ref: itself,
    attributes: { Arn: arn('events', 'rule/') },
  },
  'AWS::SQS::Queue': {
    required: [],
    optional: ['SqsManagedSseEnabled', 'MessageRetentionPeriod', 'QueueName', 'Tags'],
    ref: (name, { region, account }) => `https://sqs.${region}.amazonaws.com/${account}/${name}`,
    attributes: { Arn: arn('sqs'), QueueName: itself },
  },
  'AWS::SNS::Topic': { required: [], optional: ['TopicName', 'DisplayName', 'Tags'], ref: arn('sns') },
  'AWS::SNS::Subscription': { required: ['Protocol', 'TopicArn'], optional: ['Endpoint'], ref: arn('sns') },
  'AWS::CloudWatch::Alarm': {
    required: ['ComparisonOperator', 'EvaluationPeriods'],
    optional: [
      ...['AlarmDescription', 'Namespace', 'MetricName', 'Dimensions', 'Statistic', 'Period', 'Threshold', 'AlarmName'],
      ...['TreatMissingData', 'AlarmActions', 'OKActions', 'DatapointsToAlarm', 'Unit'],
    ],
    ref: itself,
    attributes: { Arn: arn('cloudwatch', 'alarm:') },
  },
};
