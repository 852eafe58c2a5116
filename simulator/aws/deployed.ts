import type { Served } from '../amazon/loopback';
import type { Database } from './database';
import { createFunction, type LambdaFunction } from './lambda/function';
import { serveFunctionUrl } from './lambda/function-url';
import type { Outcome } from './lambda/sandbox';
import type { S3 } from './s3';
import { type StackView, viewOf } from './stack-view';
import type { Instance, Resource } from './template/instantiate';
import { type JsonObject, TemplateError } from './template/parse';

export interface DeployedOptions {
  readonly region: string;
  readonly account: string;
  readonly s3: S3;
  /** Without it tables are not made, and streams wake no function. */
  readonly database?: Database;
  /** What every function finds in its environment besides what its template says. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What a stack has deployed, at work: functions that can be called as far as the stack allows it. */
export interface Deployed {
  /** Takes a stack, or a new state of it. @throws TemplateError for what AWS would refuse to make */
  take(stackName: string, instance: Instance): Promise<void>;
  mayAlexaCall(arn: string, skillId: string): boolean;
  /** A function, by its ARN or its name in the template. */
  function(name: string): LambdaFunction | undefined;
  /** Lets the clock tick: invokes what a rule of the stack targets. */
  tick(): Promise<readonly Outcome[]>;
  /** Where a function URL of the stack is served on loopback. */
  served(functionUrl: string): Promise<string>;
  close(): Promise<void>;
}

const FUNCTION = 'AWS::Lambda::Function';
const INVOKE = 'lambda:InvokeFunction';

/** One stack, and the newest state of it. */
export function createDeployed({ region, account, s3, database, environment }: DeployedOptions): Deployed {
  const old: LambdaFunction[] = [];
  const urls = new Map<string, Promise<Served>>();
  let functions = new Map<string, LambdaFunction>();
  let view: StackView | undefined;

  function toFunction(stack: StackView, resource: Resource): LambdaFunction {
    const { Code, Handler, Runtime, Timeout = 3, MemorySize = 128, Environment } = resource.properties;
    const { S3Bucket = '', S3Key = '', S3ObjectVersion = '' } = Code as Record<string, string>;
    const zip = s3.object(S3Bucket, S3Key, S3ObjectVersion);
    if (!zip) throw new TemplateError('Error occurred while GetObject. S3 Error Code: NoSuchKey');
    const variables = ((Environment as JsonObject | undefined)?.Variables ?? {}) as Record<string, string>;
    const size = Object.entries(variables).reduce((sum, entry) => sum + Buffer.byteLength(entry.join('')), 0);
    if (size > 4096) throw new TemplateError('Lambda was unable to configure your environment variables: 4KB limit');
    const rights = stack.rightsOf(resource);
    return createFunction({
      zip,
      arn: stack.attribute(resource, 'Arn'),
      handler: String(Handler),
      runtime: String(Runtime),
      timeoutSeconds: Number(Timeout),
      memoryMb: Number(MemorySize),
      region,
      environment: { ...variables, ...database?.environment(resource.logicalId, rights), ...environment },
    });
  }

  /** Lets a stream wake a function, which must be allowed to read it. */
  async function mapStream(stack: StackView, { logicalId, properties }: Resource): Promise<void> {
    const { EventSourceArn, FunctionName, DestinationConfig } = properties;
    const table = stack.byAttribute('AWS::DynamoDB::Table', 'StreamArn', EventSourceArn);
    const target = stack.byAttribute(FUNCTION, 'Arn', FunctionName);
    if (!table || !target) throw new TemplateError(`${logicalId}: no such stream or function`);
    const rights = stack.rightsOf(target);
    for (const action of ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']) {
      if (!rights.allows(`dynamodb:${action}`, String(EventSourceArn))) {
        throw new TemplateError(`Cannot access stream. Please ensure the role can perform ${action}.`);
      }
    }
    const { Destination } = (DestinationConfig as Record<string, Record<string, string>> | undefined)?.OnFailure ?? {};
    if (Destination && !rights.allows('sqs:SendMessage', Destination)) {
      throw new TemplateError('The provided execution role does not have permissions to call SendMessage on SQS');
    }
    const invoke = async (event: object) =>
      functions.get(String(FunctionName))?.invoke(event) ?? { ok: false as const, message: 'no function' };
    await database?.map(logicalId, table.id, properties, invoke);
  }

  return {
    async take(stackName, instance) {
      const stack = viewOf(instance, { region, account, stack: stackName });
      for (const { id, properties } of stack.ofType('AWS::DynamoDB::Table')) await database?.makeTable(id, properties);
      const made = stack
        .ofType(FUNCTION)
        .map((resource) => [stack.attribute(resource, 'Arn'), toFunction(stack, resource)] as const);
      old.push(...functions.values());
      functions = new Map(made);
      view = stack;
      for (const mapping of stack.ofType('AWS::Lambda::EventSourceMapping')) await mapStream(stack, mapping);
    },
    function(name) {
      const resource = view?.ofType(FUNCTION).find(({ logicalId }) => logicalId === name);
      return functions.get(resource && view ? view.attribute(resource, 'Arn') : name);
    },
    mayAlexaCall: (arn, skillId) =>
      functions.has(arn) &&
      view?.permits({
        FunctionName: arn,
        Action: INVOKE,
        Principal: 'alexa-appkit.amazon.com',
        EventSourceToken: skillId,
      }) === true,
    tick() {
      const calls = (view?.ofType('AWS::Events::Rule') ?? []).flatMap((rule) => {
        const SourceArn = view?.attribute(rule, 'Arn');
        const event = { source: 'aws.events', 'detail-type': 'Scheduled Event', resources: [SourceArn], detail: {} };
        return (rule.properties.Targets as unknown as { Arn: string }[]).map(({ Arn }) => {
          const target = functions.get(Arn);
          const permission = { FunctionName: Arn, Action: INVOKE, Principal: 'events.amazonaws.com', SourceArn };
          if (!target || !view?.permits(permission)) throw new Error(`${SourceArn} may not invoke ${Arn}`);
          return target.invoke(event);
        });
      });
      return Promise.all(calls);
    },
    async served(functionUrl) {
      const url = view?.byAttribute('AWS::Lambda::Url', 'FunctionUrl', functionUrl);
      if (!url) throw new Error(`there is no ${functionUrl}`);
      const { TargetFunctionArn, AuthType } = url.properties;
      const everybody = { FunctionName: TargetFunctionArn, Principal: '*' };
      const served =
        urls.get(functionUrl) ??
        serveFunctionUrl({
          isPublic: () =>
            AuthType === 'NONE' &&
            view?.permits({ ...everybody, Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' }) === true &&
            view.permits({ ...everybody, Action: INVOKE, InvokedViaFunctionUrl: true }),
          invoke: async (event) =>
            functions.get(String(TargetFunctionArn))?.invoke(event) ?? { ok: false, message: 'no function' },
        });
      urls.set(functionUrl, served);
      return (await served).url;
    },
    async close() {
      for (const served of urls.values()) await (await served).close();
      await Promise.all([...old, ...functions.values()].map((each) => each.close()));
    },
  };
}
