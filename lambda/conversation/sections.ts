import type { Message } from './message';
import type { Page } from './paging';
import type { Voice } from './ports/voice';

/** More of them are not kept. */
const MOST_KEPT = 50;

/** What a text that was cut goes on about. */
export interface Sections {
  /** The heading of what comes next; absent where it has none. */
  readonly about?: string;
  /** The headings that are still to be read, behind the one whose section goes on. */
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
  const headings = [...before, ...messages.flatMap((message) => voice.headings(message))];
  if (headings.length === 0) return {};
  const next = headings.findIndex((heading) => begins(first, heading));
  const at = next >= 0 ? next : lastIn(now, headings, before);
  const left = headings.slice(Math.max(at, 0), Math.max(at, 0) + MOST_KEPT);
  return { ...(at >= 0 && { about: headings[at] }), headings: left };
}

/** The heading that was read last; else the one whose section goes on from an earlier page. */
function lastIn(now: readonly string[], headings: readonly string[], before: readonly string[]): number {
  const read = headings.findLastIndex((heading) => now.some((paragraph) => begins(paragraph, heading)));
  return read >= 0 ? read : before.length > 0 ? 0 : -1;
}

function begins(paragraph: string, heading: string): boolean {
  return paragraph.startsWith(heading) && !/^[\p{L}\p{N}]/u.test(paragraph.slice(heading.length));
}
