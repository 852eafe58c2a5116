/** HTML. Only `markup` makes it, so that every text in it is escaped. */
export class Markup {
  constructor(readonly html: string) {}
}

type Part = string | Markup | readonly Markup[];

/** HTML whose placeholders are texts, which are escaped, or HTML. */
export function markup(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    literals.map((literal, at) => literal + (at < parts.length ? htmlOf(parts[at] ?? '') : '')).join(''),
  );
}

function htmlOf(part: Part): string {
  if (typeof part === 'string') return escaped(part);
  if (part instanceof Markup) return part.html;
  return part.map(({ html }) => html).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text in a page, whatever a package, a bot or a user says. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** Nothing is fetched, nothing runs. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

export interface Page {
  readonly locale: string;
  /** `ltr` or `rtl`. */
  readonly direction: string;
  readonly title: string;
  /** CSS. */
  readonly style: string;
  readonly body: readonly Markup[];
}

/** A whole page in a locale, complete in itself. */
export function pageOf(page: Page): string {
  const { html } = markup`<html lang="${page.locale}" dir="${page.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<title>${page.title}</title>
<style>${new Markup(page.style)}</style>
</head>
<body>
${page.body}</body>
</html>
`;
  return `<!doctype html>\n${html}`;
}
