import type { Script } from '../languages/punctuation';
import type { Understood } from '../languages/resource';
import { sharedPattern } from './shared-pattern';

/** What a pattern of a language is compiled with. */
export interface PatternWords {
  readonly understood: Understood;
  readonly script: Script;
}

/** What words are made of, within a class of characters. */
const WORD = '\\p{L}\\p{M}\\p{N}_';
const EDGE = `(?:(?<![${WORD}])(?=[${WORD}])|(?<=[${WORD}])(?![${WORD}]))`;
const NO_EDGE = `(?:(?<![${WORD}])(?![${WORD}])|(?<=[${WORD}])(?=[${WORD}]))`;
/** An escape, or what begins or ends a class of characters. */
const PARTS = /\\[\s\S]|[[\]]/g;

/**
 * A regular expression of a language's data. `\b`, `\w` and `\d` mean the words and digits of its script, which the engine's own know only
 * of ASCII; where words do not stand apart, there is an edge of one everywhere.
 *
 * @param flags with "u"
 */
export function wordPattern(source: string, flags: string, script: Script): RegExp {
  return sharedPattern(script.ascii ? source : ofScript(source, script), flags);
}

function ofScript(source: string, { spaced }: Script): string {
  let isClass = false;
  return source.replace(PARTS, (part) => {
    if (part === '[' || part === ']') {
      isClass = part === '[';
      return part;
    }
    switch (part) {
      case '\\d':
        return '\\p{Nd}';
      case '\\D':
        return '\\P{Nd}';
      case '\\w':
        return isClass ? WORD : `[${WORD}]`;
      case '\\W':
        return isClass ? part : `[^${WORD}]`;
      case '\\b':
        return spaced ? EDGE : '(?:)';
      case '\\B':
        return spaced ? NO_EDGE : '(?:)';
      default:
        return part;
    }
  });
}

/** Makes what is compiled of a language's words once for them, in however many locales they serve. */
export function perWords<Made>(make: (words: PatternWords) => Made): (words: PatternWords) => Made {
  const made = new WeakMap<Understood, Made>();
  return ({ understood, script }) => {
    const known = made.get(understood);
    if (known !== undefined) return known;
    const value = make({ understood, script });
    made.set(understood, value);
    return value;
  };
}
