import type { Served } from '../amazon/loopback';
import { createFunction, type LambdaFunction } from './lambda/function';
import { serveFunctionUrl } from './lambda/function-url';
import type { Outcome } from './lambda/sandbox';
import type { S3 } from './s3';
import type { Instance, Resource } from './template/evaluate';
import { type JsonObject, TemplateError } from './template/parse';
import { RESOURCE_TYPES } from './template/resource-types';

export interface DeployedOptions {
  readonly region: string;
  readonly account: string;
  readonly s3: S3;
  /** What every function finds in its environment besides what its template says: AWS's credentials, for one. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What stacks have deployed, at work: functions that can be called by whoever the stack lets call them. */
export interface Deployed {
  /** Takes a stack, or a new state of it. @throws TemplateError when its code is not there */
  take(stackName: string, instance: Instance): void;
  mayAlexaCall(arn: string, skillId: string): boolean;
  function(arn: string): LambdaFunction | undefined;
  /** Lets the clock tick: invokes what a rule of the stack targets, if it may. */
  tick(): Promise<readonly Outcome[]>;
  /** Where a function URL of the stack is served on loopback. */
  served(functionUrl: string): Promise<string>;
  close(): Promise<void>;
}

/** One stack for now: its resources, and its functions by ARN. */
export function createDeployed({ region, account, s3, environment }: DeployedOptions): Deployed {
  const old: LambdaFunction[] = [];
  const urls = new Map<string, Promise<Served>>();
  let functions = new Map<string, LambdaFunction>();
  let resources: readonly Resource[] = [];
  let place = { region, account, stack: '' };

  const ofType = (type: string) => resources.filter((resource) => resource.type === type);
  const attribute = ({ type, logicalId }: Resource, name: string) =>
    RESOURCE_TYPES[type]?.attributes?.[name]?.(`${place.stack}-${logicalId}`, place);

  /** Whether a permission with these properties is there. */
  function permits(wanted: Readonly<Record<string, unknown>>): boolean {
    return ofType('AWS::Lambda::Permission').some(({ properties }) => {
      const names = new Set([...Object.keys(wanted), ...Object.keys(properties)]);
      return [...names].every((name) => properties[name] === wanted[name]);
    });
  }

  function toFunction(resource: Resource): [string, LambdaFunction] {
    const { Code, Handler, Runtime, Timeout = 3, MemorySize = 128, Environment } = resource.properties;
    const { S3Bucket, S3Key, S3ObjectVersion } = Code as Record<string, string>;
    const zip = s3.object(S3Bucket ?? '', S3Key ?? '', S3ObjectVersion ?? '');
    if (!zip) throw new TemplateError('Error occurred while GetObject. S3 Error Code: NoSuchKey');
    const arn = attribute(resource, 'Arn') ?? '';
    const variables = ((Environment as JsonObject | undefined)?.Variables ?? {}) as Record<string, string>;
    const size = Object.entries(variables).reduce((sum, entry) => sum + Buffer.byteLength(entry.join('')), 0);
    if (size > 4096) throw new TemplateError('Lambda was unable to configure your environment variables: 4KB limit');
    return [
      arn,
      createFunction({
        zip,
        arn,
        handler: String(Handler),
        runtime: String(Runtime),
        timeoutSeconds: Number(Timeout),
        memoryMb: Number(MemorySize),
        region,
        environment: { ...variables, ...environment },
      }),
    ];
  }

  return {
    take(stack, instance) {
      place = { region, account, stack };
      resources = [...instance.resources.values()];
      old.push(...functions.values());
      functions = new Map(ofType('AWS::Lambda::Function').map(toFunction));
    },
    function: (arn) => functions.get(arn),
    mayAlexaCall: (arn, skillId) =>
      functions.has(arn) &&
      permits({
        FunctionName: arn,
        Action: 'lambda:InvokeFunction',
        Principal: 'alexa-appkit.amazon.com',
        EventSourceToken: skillId,
      }),
    tick() {
      const calls = ofType('AWS::Events::Rule').flatMap((rule) => {
        const SourceArn = attribute(rule, 'Arn');
        const event = { source: 'aws.events', 'detail-type': 'Scheduled Event', resources: [SourceArn], detail: {} };
        return (rule.properties.Targets as unknown as { Arn: string }[]).map(({ Arn }) => {
          const permission = { FunctionName: Arn, Action: 'lambda:InvokeFunction', Principal: 'events.amazonaws.com' };
          const target = functions.get(Arn);
          if (!target || !permits({ ...permission, SourceArn })) throw new Error(`${SourceArn} may not invoke ${Arn}`);
          return target.invoke(event);
        });
      });
      return Promise.all(calls);
    },
    async served(functionUrl) {
      const url = ofType('AWS::Lambda::Url').find((resource) => attribute(resource, 'FunctionUrl') === functionUrl);
      if (!url) throw new Error(`there is no ${functionUrl}`);
      const served =
        urls.get(functionUrl) ??
        serveFunctionUrl({
          isPublic() {
            const everybody = { FunctionName: url.properties.TargetFunctionArn, Principal: '*' };
            return (
              url.properties.AuthType === 'NONE' &&
              permits({ ...everybody, Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' }) &&
              permits({ ...everybody, Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true })
            );
          },
          async invoke(event) {
            const target = functions.get(String(url.properties.TargetFunctionArn));
            return target ? target.invoke(event) : { ok: false, message: 'no function' };
          },
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
