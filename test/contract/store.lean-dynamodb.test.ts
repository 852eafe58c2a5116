/** The store of the Lambda artifact, where a lean client stands in the place of the AWS SDK's. */
import { describeDynamo, LOCAL_ENVIRONMENT } from '../support/dynamodb';
import { startDynamoStore } from './dynamodb-harness';
import { describeStore } from './store.contract';

jest.mock('@aws-sdk/client-dynamodb', () => {
  class Command {
    constructor(readonly input: object) {}
  }
  return {
    ...jest.requireActual('../../lambda/store/dynamodb/lean-client'),
    // Only tests make tables.
    CreateTableCommand: class extends Command {
      readonly operation = 'CreateTable';
    },
    DeleteTableCommand: class extends Command {
      readonly operation = 'DeleteTable';
    },
  };
});

describeDynamo('DynamoDB by the lean client', () => {
  Object.assign(process.env, LOCAL_ENVIRONMENT);

  describeStore('dynamodb', startDynamoStore);
});
