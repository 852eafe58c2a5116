import type { Served } from '../amazon/loopback';
import { type EventSource, startEventSource } from './dynamodb/event-source';
import { openGate, type Wish } from './dynamodb/gate';
import type { LocalUrl } from './dynamodb/local';
import { makeTable } from './dynamodb/table';
import type { Identities } from './identities';
import type { Outcome } from './lambda/sandbox';
import type { JsonObject } from './template/parse';

/** DynamoDB of the simulated AWS: DynamoDB Local with IAM before it. */
export interface Database {
  /** Where functions reach it. */
  readonly url: string;
  makeTable(name: string, properties: JsonObject): Promise<void>;
  /** Lets a stream wake a function; a mapping of the same name is replaced. */
  map(name: string, table: string, properties: JsonObject, invoke: (event: object) => Promise<Outcome>): Promise<void>;
  /** The mapping of that name. */
  source(name: string): EventSource | undefined;
  /** What a function has done so far, each action on each resource once: `dynamodb:Query table/x/index/due`. */
  used(functionName: string): readonly string[];
  close(): Promise<void>;
}

export async function createDatabase(local: LocalUrl, tables: string, identities: Identities): Promise<Database> {
  const used = new Map<string, Set<string>>();
  const sources = new Map<string, EventSource>();
  const gate: Served = await openGate({ local, tables, allows });

  function allows(keyId: string, { action, resource }: Wish): boolean {
    const owner = identities.of(keyId);
    if (!owner?.rights.allows(action, resource)) return false;
    const done = used.get(owner.name) ?? new Set();
    used.set(owner.name, done.add(`${action} ${resource}`));
    return true;
  }

  return {
    url: gate.url,
    makeTable: (name, properties) => makeTable(local, name, properties),
    async map(name, table, properties, invoke) {
      await sources.get(name)?.close();
      sources.set(name, await startEventSource({ local, table, properties, invoke }));
    },
    source: (name) => sources.get(name),
    used: (name) => [...(used.get(name) ?? [])].sort(),
    async close() {
      await Promise.all([...sources.values()].map((source) => source.close()));
      await gate.close();
    },
  };
}
