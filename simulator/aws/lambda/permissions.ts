import type { StackView } from '../stack-view';
import type { JsonObject } from '../template/parse';

const INVOKE = 'lambda:InvokeFunction';

/** Whether Alexa may invoke a function for a skill. */
export function mayAlexaCall(stack: StackView, arn: string, skillId: string): boolean {
  return stack.permits({
    FunctionName: arn,
    Action: INVOKE,
    Principal: 'alexa-appkit.amazon.com',
    EventSourceToken: skillId,
  });
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
