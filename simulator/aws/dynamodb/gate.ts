import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, readBody, type Served, serveOnLoopback } from '../../amazon/loopback';
import type { LocalUrl } from './local';

/** A requested action, in IAM's words. */
export interface Wish {
  /** `dynamodb:PutItem` */
  readonly action: string;
  /** Of a table, or of an index of one. */
  readonly resource: string;
}

export interface GateOptions {
  readonly local: LocalUrl;
  /** `arn:aws:dynamodb:us-east-1:123456789012:table/` */
  readonly tables: string;
  /** Whether the owner of an access key may do it. */
  readonly allows: (keyId: string, wish: Wish) => boolean;
}

const IN_TRANSACTIONS: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

/** DynamoDB as it is with IAM before it: DynamoDB Local itself lets everybody do everything. */
export function openGate({ local, tables, allows }: GateOptions): Promise<Served> {
  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const target = String(request.headers['x-amz-target']);
    const authorization = String(request.headers.authorization);
    const [, keyId = ''] = /Credential=([^/]+)\//.exec(authorization) ?? [];
    const refused = wishesOf(target.split('.')[1] ?? '', JSON.parse(body), tables).find((wish) => !allows(keyId, wish));
    if (refused) {
      return answerJson(response, 400, {
        __type: 'com.amazon.coral.service#AccessDeniedException',
        Message: `${keyId} is not authorized to perform: ${refused.action} on resource: ${refused.resource}`,
      });
    }
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target, authorization };
    const answer = await fetch(local, { method: 'POST', headers, body });
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? '',
      'x-amz-crc32': answer.headers.get('x-amz-crc32') ?? '',
    });
    response.end(Buffer.from(await answer.arrayBuffer()));
  }

  return serveOnLoopback({
    listen: (request, response) => {
      pass(request, response).catch(() => answerJson(response, 500, { __type: 'InternalServerError' }));
    },
    stop() {},
  });
}

/** What a request asks for: transactions need the right to each of their parts. */
function wishesOf(operation: string, input: Record<string, unknown>, tables: string): readonly Wish[] {
  const { TableName, IndexName, RequestItems, TransactItems } = input;
  const wish = (action: string, table: unknown, index?: unknown): Wish => ({
    action: `dynamodb:${action}`,
    resource: `${tables}${table}${index === undefined ? '' : `/index/${index}`}`,
  });
  if (RequestItems) return Object.keys(RequestItems).map((table) => wish(operation, table));
  if (TransactItems) {
    return (TransactItems as Record<string, { TableName: string }>[]).flatMap((item) =>
      Object.entries(item).map(([kind, part]) => wish(IN_TRANSACTIONS[kind] ?? kind, part.TableName)),
    );
  }
  return [wish(operation, TableName, IndexName)];
}
