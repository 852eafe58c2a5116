import { markFor } from './elements';
import { STRIKES } from './html-elements';
import { marked } from './marks';
import { STRUCK, UNSTRUCK } from './signals';
import { isoDate } from './stated-date';

/** Attributes of an element, by lower-case name. */
export type Attributes = Readonly<Record<string, string | undefined>>;

const STRUCK_STYLE = /line-through/i;

/** The elements around the words of a text that say how these are said, while it is read. */
export function createTextMarks() {
  const struck: string[] = [];
  /** How the day within a `say-as` is written. */
  let format: string | undefined;
  const marks: { readonly tag: string; readonly name: string }[] = [];
  return {
    /** What the beginning of an element says by itself: a pause, or nothing. */
    open(tag: string, attributes: Attributes): string {
      if (STRIKES.has(tag) || STRUCK_STYLE.test(attributes.style ?? '')) struck.push(tag);
      if (tag === 'say-as') format = attributes['interpret-as'] === 'date' ? attributes.format : undefined;
      const name = markFor(tag, attributes);
      if (name === undefined) return '';
      if (tag === 'break') return ` ${marked(name, '')} `;
      marks.push({ tag, name });
      return '';
    },
    close(tag: string): void {
      if (tag === 'say-as') format = undefined;
      if (struck.at(-1) === tag) struck.pop();
      const at = marks.findLastIndex((mark) => mark.tag === tag);
      if (at >= 0) marks.splice(at, 1);
    },
    /** Words as they are to be said: struck out, or as the innermost element says. */
    around(words: string): string {
      // A full stop alone is said in no way.
      const mark = /[\p{L}\p{N}]/u.test(words) ? marks.at(-1) : undefined;
      const day = format === undefined ? words : isoDate(words, format);
      const shown = mark ? marked(mark.name, day) : day;
      return struck.length > 0 ? STRUCK + shown + UNSTRUCK : shown;
    },
    isStruck: () => struck.length > 0,
  };
}
