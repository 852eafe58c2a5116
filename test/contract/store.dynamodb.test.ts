import { describeDynamo } from '../support/dynamodb';
import { startDynamoStore } from './dynamodb-harness';
import { describeSaidAgain } from './said-again.contract';
import { describeStore } from './store.contract';

describeDynamo('DynamoDB', () => {
  describeStore('dynamodb', startDynamoStore);
  describeSaidAgain('dynamodb', startDynamoStore);
});
