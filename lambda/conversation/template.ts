/**
 * A phrase as languages write it, with alternatives, options and places: "(can|could) you say {{that}} [again]". A string is
 * words in a row.
 */
export type Template = readonly (string | Place | Group)[];

/** `name`: what stands for it. */
export interface Place {
  readonly name: string;
}

export interface Group {
  readonly alternatives: readonly Template[];
  readonly isOptional: boolean;
}

const SIGNS = /\{\{[\w-]+\}\}|[()[\]|]|[^()[\]|{}]+/g;

/** @throws Error where brackets do not match */
export function parseTemplate(template: string): Template {
  const signs = template.match(SIGNS) ?? [];
  let at = 0;

  const alternatives = (close: string | undefined): readonly Template[] => {
    const found: Template[number][][] = [[]];
    for (; signs[at] !== close; at++) {
      const sign = signs[at];
      if (sign === undefined || sign === ')' || sign === ']') throw new Error(`Brackets do not match: ${template}`);
      if (sign === '|') found.push([]);
      else found.at(-1)?.push(part(sign));
    }
    return found;
  };

  const part = (sign: string): Template[number] => {
    if (sign.startsWith('{{')) return { name: sign.slice(2, -2) };
    if (sign !== '(' && sign !== '[') return sign;
    at++;
    return { alternatives: alternatives(sign === '(' ? ')' : ']'), isOptional: sign === '[' };
  };

  return [{ alternatives: alternatives(undefined), isOptional: false }];
}
