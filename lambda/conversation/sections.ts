import type { Message } from './message';
import type { Page } from './paging';
import type { Voice } from './ports/voice';

/** More of them are not kept. */
const MOST_KEPT = 50;

/** What stands before the first heading. */
const NO_HEADING = '';

/** What a text that was cut goes on about. */
export interface Sections {
  /** The heading of what comes next; absent where it has none. */
  readonly about?: string;
  /** The heading whose section goes on, empty where none does, and those that are still to be read. */
  readonly headings?: readonly string[];
}

/**
 * What the rest of a page is about.
 *
 * @param before the headings that were kept of an earlier page
 */
export function sectionsBehind(
  { now, rest }: Page,
  messages: readonly Message[],
  before: readonly string[],
  voice: Voice,
): Sections {
  const [first] = rest;
  if (first === undefined) return {};
  const headings = [...(before.length > 0 ? before : [NO_HEADING]), ...messages.flatMap((one) => voice.headings(one))];
  if (headings.length === 1 && headings[0] === NO_HEADING) return {};
  const next = headings.findIndex((heading) => begins(first, heading));
  const at = next >= 0 ? next : lastIn(now, headings);
  const about = headings[at];
  return { headings: headings.slice(at, at + MOST_KEPT), ...(about !== NO_HEADING && { about }) };
}

/** The heading that was read last; else the one whose section goes on from an earlier page. */
function lastIn(now: readonly string[], headings: readonly string[]): number {
  return Math.max(
    headings.findLastIndex((heading) => now.some((paragraph) => begins(paragraph, heading))),
    0,
  );
}

function begins(paragraph: string, heading: string): boolean {
  return (
    heading !== NO_HEADING && paragraph.startsWith(heading) && !/^[\p{L}\p{N}]/u.test(paragraph.slice(heading.length))
  );
}
