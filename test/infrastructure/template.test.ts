import { readFileSync } from 'node:fs';
import { ALL_SETTINGS } from '../../lambda/app/config';
import { PACKED_SETTINGS } from '../../lambda/config/packed-settings';
import { SKILL_SECRETS } from '../../lambda/secrets/variable';
import { tableDefinition } from '../../lambda/store/dynamodb/table';
import { parseTemplate } from '../../simulator/aws/template/parse';
import { ofType, PASSED, resource, rightsOf, SKILL_ID, stackOf, variablesOf } from './stack';

const TEXT = readFileSync('infrastructure/skill-stack.yaml', 'utf8');
const TABLE = 'arn:aws:dynamodb:eu-west-1:123456789012:table/aloud-Table';
const FUNCTIONS = { SkillFunction: 'handler', WebhookFunction: 'webhook', NotifierFunction: 'notifier' } as const;
const stack = stackOf();

/** Who speaks to the bot uses all that the store does. */
const SPEAKS = [
  ...['dynamodb:BatchGetItem', 'dynamodb:BatchWriteItem', 'dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem'],
  ...['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
];
/** What the store does on the table in each function; DynamoDB counts the parts of a transaction one by one. */
const ON_TABLE = {
  skill: SPEAKS,
  webhook: [
    ...['dynamodb:BatchWriteItem', 'dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:GetItem'],
    'dynamodb:PutItem',
    ...['dynamodb:Query', 'dynamodb:UpdateItem'],
  ],
  notifier: SPEAKS,
};
const logOf = (name: string) => `arn:aws:logs:eu-west-1:123456789012:log-group:aloud-${name}:*`;
const LOG_ACTIONS = ['logs:CreateLogStream', 'logs:PutLogEvents'];

describe('the whole template', () => {
  it('takes exactly what the ASK CLI passes, and what ask-resources.json adds', () => {
    const { profiles } = JSON.parse(readFileSync('ask-resources.json', 'utf8'));
    const { parameters } = profiles.default.skillInfrastructure.userConfig.cfn;
    expect(() => stackOf(undefined, { ...PASSED, ...parameters })).not.toThrow();
    expect(() => stackOf(undefined, { ...PASSED, Other: '' })).toThrow('do not exist');
  });

  it.each([
    ['a reference to nothing', 'Role: !GetAtt SkillRole.Arn', 'Role: !GetAtt SkilRole.Arn', /Unresolved/],
    ['an attribute that does not exist', '!GetAtt Table.StreamArn', '!GetAtt Table.Stream', /attribute Stream/],
    ['a misspelt property', 'RetentionInDays', 'RetentionInDay', /extraneous key/],
    ['a misspelt parameter', "'dynamodb:$" + "{Table}'", "'dynamodb:$" + "{Tabel}'", /Unresolved/],
    ['a misspelt condition', 'Condition: HasAlarmEmail', 'Condition: HasEmail', /condition/],
    ['a function that does not exist', '!Ref AlarmEmail', '!Reff AlarmEmail', /Unresolved tag/],
  ])('would be refused with %s', (_, right, wrong, message) => {
    expect(TEXT).toContain(right);
    expect(() => stackOf(parseTemplate(TEXT.replaceAll(right, wrong)))).toThrow(message);
  });

  it('gives the ASK CLI the endpoint it looks for', () => {
    expect(stack.outputs.SkillEndpoint).toBe('arn:aws:lambda:eu-west-1:123456789012:function:aloud-SkillFunction');
    expect(stack.outputs.WebhookUrl).toMatch(/^https:\/\/.*\.on\.aws\/$/);
  });

  it('says which version has deployed it', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(stack.outputs.AloudVersion).toBe(version);
  });

  it('hides the credentials that come as parameters', () => {
    const { Parameters } = parseTemplate(TEXT);
    const hidden = Object.entries(Parameters).flatMap(([name, { NoEcho }]) => (NoEcho ? [name] : []));
    expect(hidden).toEqual(['SkillClientId', 'SkillClientSecret']);
  });
});

describe.each(Object.entries(FUNCTIONS))('%s', (logicalId, entry) => {
  const { properties } = resource(stack, logicalId);

  it('runs what the bundle exports, from the artifact', () => {
    expect(properties.Handler).toBe(`index.${entry}`);
    expect(Object.keys(require('../../dist/lambda/index.js'))).toContain(entry);
    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Code: { S3Bucket: 'bucket', S3Key: 'endpoint/build.zip', S3ObjectVersion: 'v1' },
    });
  });

  it('is given only settings that exist, and what it needs of them', () => {
    const known = new Set([...ALL_SETTINGS.map(({ name }) => name as string), PACKED_SETTINGS]);
    const variables = variablesOf(resource(stack, logicalId));
    for (const name of Object.keys(variables)) expect(known).toContain(name);
    const messaging = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:aloud-MessagingSecret-AbCdEf';
    expect(variables).toEqual({
      ALOUD_SKILL_ID: SKILL_ID,
      ALOUD_STORE: 'dynamodb:aloud-Table',
      ALOUD_SETTINGS: 'aloud/settings/',
      // Only who sends notifications holds what they are sent with; the others know that somebody does.
      ...(logicalId === 'NotifierFunction'
        ? {
            ALEXA_CLIENT_ID: `${messaging}/ALEXA_CLIENT_ID`,
            ALEXA_CLIENT_SECRET: `${messaging}/ALEXA_CLIENT_SECRET`,
          }
        : { ALOUD_NOTIFIER: 'elsewhere' }),
    });
  });

  it('pins the version of the settings, so that a change of them reaches it', () => {
    const pinned = stackOf(undefined, { ...PASSED, SettingsVersion: '0b1c-2' });
    expect(variablesOf(resource(pinned, logicalId)).ALOUD_SETTINGS).toBe('aloud/settings/0b1c-2');
  });

  it('logs into a group that forgets', () => {
    const { LogGroup } = properties.LoggingConfig as { LogGroup: string };
    const group = ofType(stack, 'AWS::Logs::LogGroup').find(({ id }) => id === LogGroup);
    expect(Number(group?.properties.RetentionInDays)).toBe(30);
  });

  it('rings when it fails, and when it logs errors', () => {
    const alarms = ofType(stack, 'AWS::CloudWatch::Alarm').filter(({ properties: { Dimensions } }) =>
      JSON.stringify(Dimensions)?.includes(`"aloud-${logicalId}"`),
    );
    expect(alarms.map(({ properties: { MetricName } }) => MetricName)).toContain('Errors');
    const { LogGroup } = properties.LoggingConfig as { LogGroup: string };
    const filters = ofType(stack, 'AWS::Logs::MetricFilter').map(({ properties: { LogGroupName } }) => LogGroupName);
    expect(filters).toContain(LogGroup);
  });
});

describe('what each function may do', () => {
  it('the skill: the table, and its log', () => {
    expect(rightsOf(stack, 'SkillFunction')).toEqual({ [TABLE]: ON_TABLE.skill, [logOf('SkillLog')]: LOG_ACTIONS });
  });

  it('the webhook: also the index, to finish an interrupted erasure', () => {
    expect(rightsOf(stack, 'WebhookFunction')).toEqual({
      [TABLE]: ON_TABLE.webhook,
      [`${TABLE}/index/due`]: ['dynamodb:Query'],
      [logOf('WebhookLog')]: LOG_ACTIONS,
    });
  });

  it('the notifier: also what is due, and what wakes it', () => {
    expect(rightsOf(stack, 'NotifierFunction')).toEqual({
      [TABLE]: ON_TABLE.notifier,
      [`${TABLE}/index/due`]: ['dynamodb:Query'],
      [`${TABLE}/stream/2026-01-01T00:00:00.000`]: [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
      ],
      [`${TABLE}/stream/*`]: ['dynamodb:ListStreams'],
      'arn:aws:sqs:eu-west-1:123456789012:aloud-DeadLetters': ['sqs:SendMessage'],
      [logOf('NotifierLog')]: LOG_ACTIONS,
    });
  });

  it('all that the store ever asks of DynamoDB is what the skill may do', () => {
    const source = ['reads', 'writes']
      .map((name) => readFileSync(`lambda/store/dynamodb/${name}.ts`, 'utf8'))
      .join('\n');
    const commands = [...source.matchAll(/new (\w+)Command\(/g)].map(([, name = '']) => name);
    const parts = [...source.matchAll(/return \{ (Put|Update|Delete|ConditionCheck): /g)].map(
      ([, part]) => `${part}Item`,
    );
    const asked = new Set([...commands.filter((name) => !name.startsWith('Transact')), ...parts]);
    expect([...asked].map((name) => `dynamodb:${name}`).sort()).toEqual(ON_TABLE.skill);
  });

  it.each(Object.keys(FUNCTIONS))('%s, with several skills: also their secrets, and no other', (logicalId) => {
    const several = stackOf(undefined, { ...PASSED, SkillSecrets: 'agency/skills' });
    const secrets = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:agency/skills/*';
    expect(rightsOf(several, logicalId)).toEqual({
      ...rightsOf(stack, logicalId),
      // What finds them by their names is not for single secrets.
      '*': ['secretsmanager:BatchGetSecretValue', 'secretsmanager:ListSecrets'],
      [secrets]: ['secretsmanager:GetSecretValue'],
    });
    expect(variablesOf(resource(several, logicalId))).toEqual({
      ...variablesOf(resource(stack, logicalId)),
      [SKILL_SECRETS]: 'agency/skills',
    });
  });

  it('only Lambda may be any of them, and none shares a role', () => {
    const roles = ofType(stack, 'AWS::IAM::Role');
    for (const { properties } of roles) {
      expect(properties.AssumeRolePolicyDocument).toMatchObject({
        Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      });
    }
    expect(new Set(Object.keys(FUNCTIONS).map((name) => resource(stack, name).properties.Role)).size).toBe(3);
  });
});

test('who may call what: Alexa for this skill, everybody by the URL, the clock', () => {
  const arn = (name: string) => `arn:aws:lambda:eu-west-1:123456789012:function:aloud-${name}`;
  const permissions = ofType(stack, 'AWS::Lambda::Permission').map(({ properties }) => properties);
  const Action = 'lambda:InvokeFunction';
  expect(permissions).toHaveLength(4);
  expect(permissions).toEqual(
    expect.arrayContaining([
      {
        FunctionName: arn('SkillFunction'),
        Action,
        Principal: 'alexa-appkit.amazon.com',
        EventSourceToken: SKILL_ID,
      },
      {
        FunctionName: arn('WebhookFunction'),
        Action: 'lambda:InvokeFunctionUrl',
        Principal: '*',
        FunctionUrlAuthType: 'NONE',
      },
      { FunctionName: arn('WebhookFunction'), Action, Principal: '*', InvokedViaFunctionUrl: true },
      {
        FunctionName: arn('NotifierFunction'),
        Action,
        Principal: 'events.amazonaws.com',
        SourceArn: 'arn:aws:events:eu-west-1:123456789012:rule/aloud-NotifierSchedule',
      },
    ]),
  );
});

describe('the table', () => {
  const { properties } = resource(stack, 'Table');

  it('is the one that the store is written and tested for', () => {
    const { TableName: _, ...definition } = tableDefinition('any');
    expect(properties).toMatchObject({
      ...definition,
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
    });
  });

  it('is encrypted, can be restored, and outlives the stack', () => {
    expect(properties).toMatchObject({
      SSESpecification: { SSEEnabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
    });
    expect(parseTemplate(TEXT).Resources.Table).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });
});

describe('the notifier is woken', () => {
  const { properties } = resource(stack, 'NotifierStream');

  it('by the stream of the table, within seconds, and a bad record stops nobody', () => {
    expect(properties).toMatchObject({
      EventSourceArn: `${TABLE}/stream/2026-01-01T00:00:00.000`,
      FunctionName: 'arn:aws:lambda:eu-west-1:123456789012:function:aloud-NotifierFunction',
      MaximumBatchingWindowInSeconds: 5,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 3,
      DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:eu-west-1:123456789012:aloud-DeadLetters' } },
    });
  });

  it('by notifications and queued words that are due alone', () => {
    const { Filters } = properties.FilterCriteria as unknown as { Filters: { Pattern: string }[] };
    expect(Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
      {
        dynamodb: {
          Keys: { sk: { S: ['N'] } },
          NewImage: { due_at: { N: [{ exists: true }] }, lease: { S: [{ exists: false }] } },
        },
      },
      {
        dynamodb: {
          Keys: { sk: { S: ['A'] } },
          NewImage: { due_at: { N: [{ exists: true }] }, words_lease: { S: [{ exists: false }] } },
        },
      },
    ]);
  });

  it('by the clock, every minute', () => {
    expect(resource(stack, 'NotifierSchedule').properties).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      Targets: [{ Arn: 'arn:aws:lambda:eu-west-1:123456789012:function:aloud-NotifierFunction' }],
    });
  });
});

describe('the public webhook', () => {
  const reserved = (parameters: Record<string, string>, of = 'WebhookFunction') =>
    resource(stackOf(undefined, { ...PASSED, ...parameters }), of).properties.ReservedConcurrentExecutions;

  it('shares the account with all else, unless it is told how much of it is its own', () => {
    expect(reserved({})).toBeUndefined();
    expect(reserved({ WebhookConcurrency: '20' })).toBe('20');
    expect(reserved({ WebhookConcurrency: '20' }, 'SkillFunction')).toBeUndefined();
  });

  it.each(['0', '-1', 'many', '1.5'])('is not shut by %s', (WebhookConcurrency) => {
    expect(() => reserved({ WebhookConcurrency })).toThrow('WebhookConcurrency');
  });

  it.each(['SkillFunction', 'WebhookFunction'])('and the skill ring where %s is throttled', (of) => {
    const throttled = ofType(stack, 'AWS::CloudWatch::Alarm').filter(
      ({ properties: { MetricName } }) => MetricName === 'Throttles',
    );
    expect(throttled.map(({ properties }) => JSON.stringify(properties.Dimensions))).toContainEqual(
      expect.stringContaining(`"aloud-${of}"`),
    );
  });

  it('counts the paths that it refuses', () => {
    const counted = ofType(stack, 'AWS::Logs::MetricFilter').find(
      ({ properties: { FilterPattern } }) => FilterPattern === '{ $.refusedPaths > 0 }',
    );
    expect(counted?.properties).toMatchObject({
      LogGroupName: resource(stack, 'WebhookLog').id,
      MetricTransformations: [
        { MetricNamespace: 'Aloud', MetricName: 'aloud-refused-paths', MetricValue: '$.refusedPaths' },
      ],
    });
  });
});

describe('alarms', () => {
  const alarms = ofType(stack, 'AWS::CloudWatch::Alarm');

  it('tell one topic, also when all is well again', () => {
    const topic = resource(stack, 'Alarms').id;
    for (const { properties } of alarms) {
      expect(properties).toMatchObject({ AlarmActions: [topic], OKActions: [topic], TreatMissingData: 'notBreaching' });
    }
  });

  it('watch what the stream gave up', () => {
    expect(alarms.map(({ properties }) => properties)).toContainEqual(
      expect.objectContaining({ Dimensions: [{ Name: 'QueueName', Value: 'aloud-DeadLetters' }] }),
    );
  });

  it('are sent to somebody once there is an address', () => {
    expect(ofType(stack, 'AWS::SNS::Subscription')).toEqual([]);
    const told = stackOf(undefined, { ...PASSED, AlarmEmail: 'ops@example.com' });
    expect(ofType(told, 'AWS::SNS::Subscription')[0]?.properties.Endpoint).toBe('ops@example.com');
  });
});
