import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Requests } from './expressions';
import { createReads, type Reads } from './reads';
import { createWrites, type Writes } from './writes';

/**
 * What the engine needs of DynamoDB, on plain values. Not `lib-dynamodb`: it wraps every command to marshal it, which is
 * two calls here, and a cold start pays for each wrapper.
 */
export type Access = Reads & Writes;

export function createAccess(client: DynamoDBClient, requests: Requests): Access {
  return { ...createReads(client, requests), ...createWrites(client, requests) };
}
