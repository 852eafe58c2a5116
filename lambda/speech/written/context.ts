import { listOf } from './rules';
import type { Named, Written } from './table';

/** What all lines of a text tell of the signs in it. */
export interface SignContext {
  /** Groups of signs of which the text holds more than one: then each says something. */
  readonly contrasted: ReadonlySet<readonly Named[]>;
}

const NOTHING: SignContext = { contrasted: new Set() };
const SIGN = /[^ -~]/;

export function signContext(text: string, { checks, lights, thumbs }: Written): SignContext {
  if (!SIGN.test(text)) return NOTHING;
  const isContrasted = (group: readonly Named[]) =>
    group.filter(({ signs }) => listOf(signs).some((sign) => text.includes(sign))).length > 1;
  return { contrasted: new Set([checks, lights, thumbs].filter(isContrasted)) };
}
