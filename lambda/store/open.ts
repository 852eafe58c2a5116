import type { Store, StoreOptions } from '../conversation/ports/store';

const SQLITE = 'sqlite:';
const DYNAMODB = 'dynamodb:';
/** A look costs a request, and for every waiting user half a read unit. */
const DYNAMODB_POLL_MS = 300;
/** A note costs as much as the save that follows. Most bots have answered by then. */
const DYNAMODB_NOTE_MS = 3500;
/** A process tells its own notifier what becomes due; a look is for what other processes left behind. */
const DYNAMODB_IDLE_MS = 5000;

/** Opens the database that a valid ALOUD_STORE names. */
export function openStoreAt(location: string, options: StoreOptions): Store {
  const table = tableName(location);
  // Only who uses one of them waits for what it is made of: the AWS SDK takes a tenth of a second to load.
  if (table === undefined) {
    const { openSqlite } = require('./sqlite') as typeof import('./sqlite');
    return openSqlite(location.slice(SQLITE.length), options);
  }
  const { openDynamo } = require('./dynamodb') as typeof import('./dynamodb');
  return openDynamo(table, options);
}

/** The file that ALOUD_STORE names, if it names one. */
export function sqlitePath(location: string): string | undefined {
  return location.startsWith(SQLITE) ? location.slice(SQLITE.length) : undefined;
}

/** The DynamoDB table that ALOUD_STORE names, if it names one. */
export function tableName(location: string): string | undefined {
  return location.startsWith(DYNAMODB) ? location.slice(DYNAMODB.length) : undefined;
}

/**
 * How often it is worth looking whether another process has received something, at first: the longer one waits the more seldom
 * it is. `undefined`: as often as usual.
 */
export function pollMsOf(location: string): number | undefined {
  return tableName(location) === undefined ? undefined : DYNAMODB_POLL_MS;
}

/**
 * When it is worth noting what the request of a turn that waits acknowledges, in milliseconds: until then it is forgotten where
 * the process dies. `undefined`: at once.
 */
export function noteAfterMsOf(location: string): number | undefined {
  return tableName(location) === undefined ? undefined : DYNAMODB_NOTE_MS;
}

/** How often it is worth looking for due notifications when nothing wakes it; `undefined`: as often as usual. */
export function idleMsOf(location: string): number | undefined {
  return tableName(location) === undefined ? undefined : DYNAMODB_IDLE_MS;
}
