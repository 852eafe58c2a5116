import type { Served } from '../amazon/loopback';
import { type FunctionSurroundings, functionOf } from './lambda/from-template';
import type { LambdaFunction } from './lambda/function';
import { serveFunctionUrl } from './lambda/function-url';
import { mayAlexaCall, mayEverybodyCall, mayRuleCall } from './lambda/permissions';
import type { Statement } from './lambda/policy';
import type { Outcome } from './lambda/sandbox';
import { mapStream } from './lambda/stream-mapping';
import { type StackView, viewOf } from './stack-view';
import type { Instance } from './template/instantiate';

/** What a stack is deployed with. Without a database tables are not made, and streams wake no function. */
export interface DeployedOptions extends FunctionSurroundings {
  readonly account: string;
  /** What was added to the policies of functions beside the stack. */
  readonly added: () => readonly Statement[];
}

/** What a stack has deployed, at work: functions that can be called as far as the stack allows it. */
export interface Deployed {
  /** Takes a stack, or a new state of it. @throws TemplateError for what AWS would refuse to make */
  take(stackName: string, instance: Instance): Promise<void>;
  mayAlexaCall(arn: string, skillId: string): boolean;
  /** A function, by its ARN, its own name, or its name in the template. */
  function(name: string): LambdaFunction | undefined;
  /** Lets the clock tick: invokes what a rule of the stack targets. */
  tick(): Promise<readonly Outcome[]>;
  /** Where a function URL of the stack is served on loopback. */
  served(functionUrl: string): Promise<string>;
  close(): Promise<void>;
}

/** The newest state of the stack. */
interface State {
  readonly stack: StackView;
  /** By their ARNs. */
  readonly functions: ReadonlyMap<string, LambdaFunction>;
}

const FUNCTION = 'AWS::Lambda::Function';
const NOTHING: Instance = { resources: new Map(), outputs: {} };

/** One stack, and the newest state of it. */
export function createDeployed(options: DeployedOptions): Deployed {
  const { region, account, database } = options;
  const old: LambdaFunction[] = [];
  const urls = new Map<string, Promise<Served>>();
  let state: State = { stack: viewOf(NOTHING, { region, account, stack: '' }), functions: new Map() };

  return {
    async take(stackName, instance) {
      const stack = viewOf(instance, { region, account, stack: stackName });
      for (const { id, properties } of stack.ofType('AWS::DynamoDB::Table')) await database?.makeTable(id, properties);
      const functions = functionsOf(stack, options);
      old.push(...state.functions.values());
      state = { stack, functions };
      for (const mapping of stack.ofType('AWS::Lambda::EventSourceMapping')) {
        await mapStream(stack, mapping, database, (arn, event) => invoke(state, arn, event));
      }
    },
    function: (name) => find(state, name),
    mayAlexaCall: (arn, skillId) =>
      state.functions.has(arn) && mayAlexaCall(state.stack, options.added(), arn, skillId),
    tick: () => Promise.all(invokeTargets(state)),
    async served(functionUrl) {
      const url = state.stack.byAttribute('AWS::Lambda::Url', 'FunctionUrl', functionUrl);
      if (!url) throw new Error(`there is no ${functionUrl}`);
      const served =
        urls.get(functionUrl) ??
        serveFunctionUrl({
          isPublic: () => mayEverybodyCall(state.stack, url.properties),
          invoke: (event) => invoke(state, String(url.properties.TargetFunctionArn), event),
        });
      urls.set(functionUrl, served);
      return (await served).url;
    },
    async close() {
      for (const served of urls.values()) await (await served).close();
      await Promise.all([...old, ...state.functions.values()].map((each) => each.close()));
    },
  };
}

function functionsOf(stack: StackView, surroundings: FunctionSurroundings): State['functions'] {
  return new Map(
    stack
      .ofType(FUNCTION)
      .map((resource) => [stack.attribute(resource, 'Arn'), functionOf(stack, resource, surroundings)]),
  );
}

function find({ stack, functions }: State, name: string): LambdaFunction | undefined {
  const resource = stack.ofType(FUNCTION).find(({ logicalId }) => logicalId === name);
  const known = functions.get(resource ? stack.attribute(resource, 'Arn') : name);
  return known ?? [...functions.values()].find(({ options: { arn } }) => arn.endsWith(`:function:${name}`));
}

async function invoke({ functions }: State, arn: string, event: unknown): Promise<Outcome> {
  return functions.get(arn)?.invoke(event) ?? { ok: false, message: 'no function' };
}

/** Invokes what the rules of the stack target, as far as they may. */
function invokeTargets({ stack, functions }: State): readonly Promise<Outcome>[] {
  return stack.ofType('AWS::Events::Rule').flatMap((rule) => {
    const ruleArn = stack.attribute(rule, 'Arn');
    const event = { source: 'aws.events', 'detail-type': 'Scheduled Event', resources: [ruleArn], detail: {} };
    return (rule.properties.Targets as unknown as { Arn: string }[]).map(({ Arn }) => {
      const target = functions.get(Arn);
      if (!target || !mayRuleCall(stack, Arn, ruleArn)) throw new Error(`${ruleArn} may not invoke ${Arn}`);
      return target.invoke(event);
    });
  });
}
