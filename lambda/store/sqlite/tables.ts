import type { Database } from 'libsql';
import type { Seal } from '../seal';
import { type CaptureTable, createCaptureTable } from './capture-table';
import { createGroupCommit, type GroupCommit } from './group-commit';
import { createInboxTable, type InboxTable } from './inbox-table';
import { createLineTable, type LineTable } from './lines';
import { createNotificationTable, type NotificationTable } from './notification-table';
import { createSayingTable } from './sayings';
import { createTombstones, type Tombstones } from './tombstones';
import { createUnmatchedTable, type UnmatchedTable } from './unmatched';
import { createUsageTable, type UsageTable } from './usage';
import { createUserTable, type UserTable } from './user-table';
import { createWordsTable, type WordsTable } from './words-table';
import type { WriteAheadLog } from './write-ahead-log';

/** What the parts of the store share: its tables, and the one way to write to them. */
export interface Tables {
  readonly users: UserTable;
  readonly inbox: InboxTable;
  readonly notifications: NotificationTable;
  readonly words: WordsTable;
  readonly tombstones: Tombstones;
  readonly lines: LineTable;
  readonly usage: UsageTable;
  readonly unmatched: UnmatchedTable;
  readonly capture: CaptureTable;
  readonly commits: GroupCommit;
  readonly log: WriteAheadLog;
  readonly now: () => number;
}

export function createTables(db: Database, seal: Seal, log: WriteAheadLog, now: () => number): Tables {
  const tombstones = createTombstones(db, now);
  return {
    users: createUserTable(db, seal),
    inbox: createInboxTable(db, tombstones, createSayingTable(db)),
    notifications: createNotificationTable(db),
    words: createWordsTable(db),
    tombstones,
    lines: createLineTable(db),
    usage: createUsageTable(db),
    unmatched: createUnmatchedTable(db, seal),
    capture: createCaptureTable(db),
    commits: createGroupCommit(db, log.grown),
    log,
    now,
  };
}
