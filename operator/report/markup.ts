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

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** Prints as it is shown: on white, bars with their colour, no section torn apart. */
const STYLE = `
:root { font: 11pt/1.45 system-ui, sans-serif; color: #1b1f24; background: #fff; }
body { max-inline-size: 50rem; margin: 2rem auto; padding-inline: 1rem; }
article + article { break-before: page; margin-block-start: 3rem; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.05rem; margin: 1.6rem 0 .3rem; break-after: avoid; }
.month { font-size: 1.2rem; margin: 0 0 .8rem; }
header p { margin: .2rem 0; color: #4a525c; }
section { break-inside: avoid; }
table { inline-size: 100%; table-layout: fixed; border-collapse: collapse; font-variant-numeric: tabular-nums; }
thead { display: table-header-group; }
th, td { box-sizing: border-box; overflow-wrap: anywhere; padding: .25rem .5rem; border-block-end: 1px solid #d5dae0; text-align: end; vertical-align: top; }
th[scope=row], thead td { text-align: start; font-weight: normal; inline-size: 45%; overflow-wrap: anywhere; }
th[scope=col] { font-weight: normal; color: #4a525c; font-size: .85rem; }
tr { break-inside: avoid; }
.count { font-weight: bold; }
small { display: block; color: #4a525c; }
h2 bdi { border: 1px solid #d5dae0; border-radius: .4rem; padding: 0 .4rem; font-weight: normal; overflow-wrap: anywhere; }
.bar { display: block; block-size: .4rem; background: #e8ecf0; margin-block-start: .2rem; }
.bar span { display: block; block-size: 100%; background: #2f6fb0; }
.bar, .bar span { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
@page { margin: 18mm; }
@media print { body { margin: 0; max-inline-size: none; padding: 0; } }
`;

/** Nothing is fetched, nothing runs. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

export interface Page {
  readonly locale: string;
  /** `ltr` or `rtl`. */
  readonly direction: string;
  readonly title: string;
  readonly body: readonly Markup[];
}

/** A whole page in a locale, complete in itself. */
export function pageOf(page: Page): string {
  const { html } = markup`<html lang="${page.locale}" dir="${page.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${page.title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
${page.body}</body>
</html>
`;
  return `<!doctype html>\n${html}`;
}
