import { isDeepStrictEqual } from 'node:util';
import type { StackView } from '../stack-view';
import type { JsonObject } from '../template/parse';
import type { Statement } from './policy';

const INVOKE = 'lambda:InvokeFunction';

/** Whether Alexa may invoke a function for a skill, by the stack or by what was added to it. */
export function mayAlexaCall(stack: StackView, added: readonly Statement[], arn: string, skillId: string): boolean {
  const wanted = { Action: INVOKE, Principal: 'alexa-appkit.amazon.com', EventSourceToken: skillId };
  return (
    stack.permits({ FunctionName: arn, ...wanted }) ||
    added.some(({ functionArn, properties }) => functionArn === arn && isDeepStrictEqual(properties, wanted))
  );
}

/** Whether a rule of the stack may invoke a function. */
export function mayRuleCall(stack: StackView, arn: string, ruleArn: string): boolean {
  return stack.permits({
    FunctionName: arn,
    Action: INVOKE,
    Principal: 'events.amazonaws.com',
    SourceArn: ruleArn,
  });
}

/** Whether everybody may invoke a function by its URL, whose properties these are: it takes two permissions. */
export function mayEverybodyCall(stack: StackView, { TargetFunctionArn, AuthType }: JsonObject): boolean {
  const everybody = { FunctionName: TargetFunctionArn, Principal: '*' };
  return (
    AuthType === 'NONE' &&
    stack.permits({ ...everybody, Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' }) &&
    stack.permits({ ...everybody, Action: INVOKE, InvokedViaFunctionUrl: true })
  );
}
