import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Key } from './keys';

/** Attributes of an item, or values of an expression. */
export type Attributes = Readonly<Record<string, unknown>>;
/** An item: what its attributes are, the reader knows by its key. */
export type Item<T = object> = Key & T;

/** An expression's parts; `values` without the colons. */
export interface Condition {
  readonly condition?: string;
  readonly values?: Attributes;
}

/** Values of an expression, with the colons. */
export function toValues(values: Attributes): Record<string, AttributeValue> {
  return marshall(Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value])));
}

/** An item of the SDK as plain values. */
export function toItem<T = object>(item: Record<string, AttributeValue>): Item<T> {
  return unmarshall(item) as Item<T>;
}

/** An update's expression of its parts. */
export function updateOf(set: readonly string[], remove: readonly string[]): string {
  return [
    ...(set.length > 0 ? [`SET ${set.join(', ')}`] : []),
    ...(remove.length > 0 ? [`REMOVE ${remove.join(', ')}`] : []),
  ].join(' ');
}

/** In parts of at most so many. */
export function chunksOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/** The table, and how long one request may take, however often it is tried. */
export interface Requests {
  readonly table: string;
  readonly timeoutMs: number;
}

/** Of one request of the SDK. */
export function within(timeoutMs: number): { readonly abortSignal: AbortSignal } {
  return { abortSignal: AbortSignal.timeout(timeoutMs) };
}
