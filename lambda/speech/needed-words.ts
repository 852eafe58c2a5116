/** Parts of words of which whatever fits holds at least one; `undefined` where that cannot be told. */
type Needed = readonly string[] | undefined;

/** More are not looked for: it would take longer than the pattern. */
const MOST = 80;
/** What stands for itself. */
const PLAIN = /[^\\[\](){}|?*+.^$]+/y;
/** A group that takes nothing of the text. */
const AROUND = /\?<?[=!]/y;
/** What else may stand behind the bracket that opens a group. */
const GROUP = /\?(?::|<\w+>)/y;
const QUANTIFIERS = '?*+{';
const QUANTIFIER = /(?:[?*+]|\{\d+(?:,\d*)?\})\??/y;
const ESCAPE = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|[\s\S])/y;
const CLASS = /\[(?:\\.|[^\]\\])*\]/y;
/** Escaped, these stand for themselves. */
const SIGN = /^\\[^\p{L}\p{N}]$/u;

/**
 * What a text has to hold that fits a pattern in regular expressions' own language: of "(?:your|the) (?:e-?mail|names?)" either "mail" or
 * "name". It is cheap to look for, and most texts hold none of it, so most patterns need not be compiled.
 */
export function neededWords(pattern: string): Needed {
  return new Reader(pattern).alternatives();
}

/** The better tells more texts apart: its shortest part is longer. */
function better(one: Needed, other: Needed): Needed {
  if (!one || !other) return one ?? other;
  return shortest(other) > shortest(one) ? other : one;
}

function withRun(best: Needed, run: string): Needed {
  return run === '' ? best : better(best, [run]);
}

function shortest(needed: readonly string[]): number {
  return Math.min(...needed.map((part) => part.length));
}

class Reader {
  private at = 0;

  constructor(private readonly pattern: string) {}

  /** Up to the end of the group, or of the pattern. */
  alternatives(): Needed {
    let all: Needed = this.sequence();
    while (this.next() === '|') {
      this.at++;
      const more = this.sequence();
      all = all && more && all.length + more.length <= MOST ? [...all, ...more] : undefined;
    }
    return all;
  }

  private sequence(): Needed {
    let best: Needed;
    let run = '';
    for (;;) {
      const plain = this.take(PLAIN) ?? '';
      const sign = this.next();
      if (sign === '' || sign === '|' || sign === ')') return withRun(best, run + plain);
      if (QUANTIFIERS.includes(sign)) {
        const isOptional = this.isOptional();
        best = withRun(best, run + (isOptional ? plain.slice(0, -1) : plain));
        run = '';
        continue;
      }
      const part = this.part();
      const isOptional = QUANTIFIERS.includes(this.next() || ' ') && this.isOptional();
      best = withRun(best, run + plain);
      run = typeof part === 'string' && !isOptional ? part : '';
      if (typeof part === 'object' && !isOptional) best = better(best, part);
    }
  }

  /** A sign that stands for itself, or what a group needs. */
  private part(): string | Needed {
    const sign = this.next();
    if (sign === '(') return this.group();
    if (sign === '[') return this.anyOfClass();
    if (sign === '\\') return this.escaped();
    this.at++;
    return undefined;
  }

  private anyOfClass(): undefined {
    this.take(CLASS);
    return undefined;
  }

  private escaped(): string | undefined {
    const found = this.take(ESCAPE) ?? '';
    return SIGN.test(found) ? found.slice(1) : undefined;
  }

  private group(): Needed {
    this.at++;
    const isAround = this.take(AROUND) !== undefined;
    if (!isAround) this.take(GROUP);
    const needed = this.alternatives();
    this.at++;
    return isAround ? undefined : needed;
  }

  private isOptional(): boolean {
    const found = this.take(QUANTIFIER) ?? '';
    if (found === '') this.at++;
    return found.startsWith('?') || found.startsWith('*') || found.startsWith('{0');
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.pattern) ?? [];
    this.at += found?.length ?? 0;
    return found;
  }

  private next(): string {
    return this.pattern.charAt(this.at);
  }
}
