import { isBareCode, isCode } from '../code';

/** Texts without any of these hold no code on lines of their own. */
const MAY_HOLD =
  /<pre|[;{)][ \t]*$|^[ \t]*(?:import|from|npm|npx|yarn|pnpm|pip3?|sudo|curl|wget|git|docker|brew|apt|ssh|\$|SELECT|INSERT|UPDATE|DELETE) ?/m;
const PRE = /<pre(?:\s[^<>]*)?>((?:[^<]|<(?!\/?pre\b))*)<\/pre>/gi;
const CODE_TAG = /^\s*<code(?:\s[^<>]*)?>|<\/code>\s*$/gi;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };
const FENCE = '```';

/** A text with fences around the code that its author only indented, or set in HTML: what stands in one is not read out. */
export function withFencedCode(text: string): string {
  if (!MAY_HOLD.test(text) || text.includes(FENCE)) return text;
  const fenced = text.includes('<pre') ? text.replace(PRE, preformatted) : text;
  return fenced.includes(FENCE) ? fenced : withFencedLines(fenced);
}

function preformatted(whole: string, content: string): string {
  const inner = content.replace(CODE_TAG, '');
  const code = inner.replace(/&(lt|gt|quot|amp|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity);
  const isMarked = inner !== content && /[<{;]/.test(code);
  return isMarked || isCode(code, '') ? `\n\n${FENCE}code\n${code.trim()}\n${FENCE}\n\n` : whole;
}

function withFencedLines(text: string): string {
  const lines = text.split('\n');
  if (!lines.some(isBareCode)) return text;
  return lines
    .flatMap((line, at) => {
      const [is, was, willBe] = [line, lines[at - 1], lines[at + 1]].map((one) => one !== undefined && isBareCode(one));
      if (!is) return [line];
      return [...(was ? [] : ['', `${FENCE}code`]), line, ...(willBe ? [] : [FENCE, ''])];
    })
    .join('\n');
}
