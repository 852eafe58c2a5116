import { TABLE } from './cold-table';

/** The skill of the SDK, which answers without asking a bot. */
export const SDK_ALONE = `
  import { SkillBuilders } from 'ask-sdk-core';
  const skill = SkillBuilders.custom().addRequestHandlers({
    canHandle: () => true,
    handle: ({ responseBuilder }) => responseBuilder.speak('Hello.').reprompt('Well?').getResponse(),
  }).create();
  export const handler = (event) => skill.invoke(event);
`;

/** What any skill needs that keeps something in DynamoDB and asks a bot: one read, one call, one write. */
export const SDK_AND_CLIENTS = `
  import { SkillBuilders } from 'ask-sdk-core';
  import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
  import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
  import { Pool } from 'undici';
  const db = new DynamoDBClient({});
  const pool = new Pool(process.env.VENDOR_URL);
  const Key = marshall({ pk: 'B', sk: 'A' });
  const skill = SkillBuilders.custom().addRequestHandlers({
    canHandle: () => true,
    async handle({ responseBuilder }) {
      const { Item } = await db.send(new GetItemCommand({ TableName: '${TABLE}', Key, ConsistentRead: true }));
      const { body } = await pool.request({ method: 'POST', path: '/message', body: '{"message":{"text":"hello"}}' });
      const [reply] = await body.json();
      const turns = (Item ? unmarshall(Item).turns : 0) + 1;
      await db.send(new PutItemCommand({ TableName: '${TABLE}', Item: marshall({ pk: 'B', sk: 'A', turns }) }));
      return responseBuilder.speak(reply.text).reprompt('Well?').getResponse();
    },
  }).create();
  export const handler = (event) => skill.invoke(event);
`;
