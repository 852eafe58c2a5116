import { answerJson, type Served, serveOnLoopback } from '../../../simulator/amazon/loopback';
import { passes } from '../../../simulator/aws/dynamodb/filter';
import { openGate } from '../../../simulator/aws/dynamodb/gate';

describe('the filter of a stream', () => {
  const pattern = { dynamodb: { Keys: { sk: { S: ['N'] } }, NewImage: { due_at: { N: [{ exists: true }] } } } };
  const record = (sk: string, image?: object) => ({ dynamodb: { Keys: { sk: { S: sk } }, NewImage: image } });

  it.each([
    ['a notification that is due', record('N', { due_at: { N: '1' } }), true],
    ['a notification that is not', record('N', { pk: { S: 'x' } }), false],
    ['a notification that is gone', record('N'), false],
    ['something else that is due', record('X#1', { due_at: { N: '1' } }), false],
  ])('%s', (_, given, matches) => {
    expect(passes(pattern, given)).toBe(matches);
  });
});

describe('IAM before DynamoDB', () => {
  const TABLES = 'arn:aws:dynamodb:us-east-1:123456789012:table/';
  let asked: string[];
  let local: Served;
  let gate: Served;
  beforeEach(async () => {
    asked = [];
    local = await serveOnLoopback({ listen: (_, response) => answerJson(response, 200, { Item: {} }), stop() {} });
    const allows = (key: string, { action, resource }: { action: string; resource: string }) => {
      asked.push(`${key} ${action} ${resource.replace(TABLES, '')}`);
      return !resource.includes('secret') && action !== 'dynamodb:DeleteItem';
    };
    gate = await openGate({ local: local.url, tables: TABLES, allows });
  });
  afterEach(() => Promise.all([gate.close(), local.close()]));

  const call = (operation: string, input: object) =>
    fetch(gate.url, {
      method: 'POST',
      headers: {
        'x-amz-target': `DynamoDB_20120810.${operation}`,
        authorization: 'AWS4-HMAC-SHA256 Credential=KEY/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host',
      },
      body: JSON.stringify(input),
    });

  it('passes on what is allowed', async () => {
    expect((await call('GetItem', { TableName: 't' })).status).toBe(200);
    expect((await call('Query', { TableName: 't', IndexName: 'due' })).status).toBe(200);
    expect(asked).toEqual(['KEY dynamodb:GetItem t', 'KEY dynamodb:Query t/index/due']);
  });

  it('takes a transaction apart: one part that is not allowed stops all of it', async () => {
    const parts = [{ Put: { TableName: 't' } }, { ConditionCheck: { TableName: 't' } }, { Delete: { TableName: 't' } }];
    const answer = await call('TransactWriteItems', { TransactItems: parts });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ __type: expect.stringMatching(/#AccessDeniedException$/) });
    expect(asked).toEqual(['KEY dynamodb:PutItem t', 'KEY dynamodb:ConditionCheckItem t', 'KEY dynamodb:DeleteItem t']);
  });

  it('looks at every table of a batch', async () => {
    expect((await call('BatchGetItem', { RequestItems: { t: {}, secret: {} } })).status).toBe(400);
  });
});
