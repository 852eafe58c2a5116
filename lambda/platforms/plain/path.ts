import { isObject, member } from '../shared/json';

/** A way into some JSON: names, places in a list, and `*` for all that a list or an object holds. */
export interface JsonPath {
  /** From the whole answer, not from one message of it. */
  readonly isFromTop: boolean;
  readonly steps: readonly (string | number | typeof ALL)[];
}

export const ALL = Symbol('all');
const MOST_STEPS = 20;
const MOST_FOUND = 1000;
const STEP = /(?:^|\.)([\p{L}_$][\p{L}\p{N}_$-]*)|\[(\d{1,4})\]|\[(\*)\]|\.(\*)|\['([^']+)'\]|\["([^"]+)"\]/uy;

/**
 * Reads a path: `reply.text`, `messages[0].text`, `output.generic[*].text`, `$.data['the name']`. This much of JSONPath (RFC 9535)
 * names a place; what it has beyond that chooses among places, which the reader does by leaving out what holds nothing.
 *
 * @returns `undefined` for what is no such path
 */
export function parsePath(text: string): JsonPath | undefined {
  const isFromTop = /^\$(?=$|[.[])/.test(text);
  const rest = isFromTop ? text.slice(1).replace(/^\.(?!\*)/, '') : text;
  const steps: (string | number | typeof ALL)[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < rest.length) {
    const found = STEP.exec(rest);
    if (!found || steps.length === MOST_STEPS) return undefined;
    const [, name, index, allOfList, allOfObject, quoted, doublyQuoted] = found;
    if (index !== undefined) steps.push(Number(index));
    else if (allOfList ?? allOfObject) steps.push(ALL);
    else steps.push(name ?? quoted ?? doublyQuoted ?? '');
  }
  return isFromTop || steps.length > 0 ? { isFromTop, steps } : undefined;
}

/** What stands at a path, in order; nothing where there is nothing. */
export function at(value: unknown, { steps }: Pick<JsonPath, 'steps'>): readonly unknown[] {
  let found: unknown[] = [value];
  for (const step of steps) found = found.flatMap((inner) => next(inner, step)).slice(0, MOST_FOUND);
  return found.filter((inner) => inner !== undefined && inner !== null);
}

function next(value: unknown, step: JsonPath['steps'][number]): readonly unknown[] {
  if (step === ALL) return Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  if (typeof step === 'number') return Array.isArray(value) ? [value[step]] : [];
  return isObject(value) ? [member(value, step)] : [];
}
