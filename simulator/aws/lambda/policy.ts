import { type Call, json, objectIn, type Reply } from '../call';

/** A statement that was added to the policy of a function by its API, outside the stack. */
export interface Statement {
  readonly functionArn: string;
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** AWS Lambda's own API, as far as a deployment needs it: https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
export interface FunctionPolicies {
  handle(call: Call): Reply;
  readonly statements: readonly Statement[];
}

const PATH = /^\/2015-03-31\/functions\/([^/]+)\/policy$/;
const TAKEN = new Set(['StatementId', 'Action', 'Principal', 'EventSourceToken']);

/** @param arnOf the ARN of a function that there is, by its name */
export function createFunctionPolicies(arnOf: (name: string) => string | undefined): FunctionPolicies {
  const statements: Statement[] = [];

  return {
    statements,
    handle(call) {
      const [, name = ''] = (call.method === 'POST' && PATH.exec(call.path)) || [];
      const functionArn = arnOf(name);
      if (!functionArn) return refusal(404, 'ResourceNotFoundException');
      const input = objectIn(call);
      const { StatementId: id, EventSourceToken: token, Action, Principal } = input;
      if (
        Object.keys(input).some((key) => !TAKEN.has(key)) ||
        typeof id !== 'string' ||
        !/^[\w-]{1,100}$/.test(id) ||
        typeof token !== 'string' ||
        !/^[\w.-]{0,256}$/.test(token) ||
        Action !== 'lambda:InvokeFunction' ||
        typeof Principal !== 'string'
      ) {
        return refusal(400, 'InvalidParameterValueException');
      }
      if (statements.some((statement) => statement.functionArn === functionArn && statement.id === id)) {
        return refusal(409, 'ResourceConflictException');
      }
      statements.push({ functionArn, id, properties: { Action, Principal, EventSourceToken: token } });
      return json(201, { Statement: JSON.stringify({ Sid: id, Effect: 'Allow', Action, Resource: functionArn }) });
    },
  };
}

function refusal(status: number, type: string): Reply {
  return json(status, { Type: 'User', message: `${type} of the simulation` }, { 'x-amzn-errortype': type });
}
