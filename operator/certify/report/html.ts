import { byRule, type Chapter, chaptersOf, type Report } from './report';
import { about, sum } from './text';

/** The report as a page: nothing is loaded, nothing runs, and it prints. */
export function htmlReport(report: Report): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`Certification: ${report.package}`)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<header>
<h1>${escaped(`What Amazon would say to ${report.package}`)}</h1>
<p>${escaped(about(report))}</p>
<p class="${report.counts.error > 0 ? 'error' : 'good'} sum">${escaped(sum(report))}</p>
</header>
<main>
${chaptersOf(report).map(chapterOf).join('\n')}
<section>
<h2>Not looked at</h2>
<ul>
${report.notChecked.map((line) => `<li>${escaped(line)}</li>`).join('\n')}
</ul>
</section>
</main>
<footer>
<p>Each rule and where it is from: docs/certify.md.</p>
</footer>
</body>
</html>
`;
}

function chapterOf({ title, none = '', findings }: Chapter): string {
  if (findings.length === 0) return `<section>\n<p class="good">${escaped(none)}</p>\n</section>`;
  return `<section>
<h2>${escaped(title)}</h2>
${byRule(findings)
  .map(
    ({ id, severity, remedy, source, spots }) => `<article class="${severity}">
<h3>${escaped(id)}</h3>
<ul>
${spots.map(({ what, where }) => `<li dir="auto">${escaped(what)}${placed(where)}</li>`).join('\n')}
</ul>
<p class="remedy">${escaped(remedy)}</p>
<p class="source">${escaped(source)}</p>
</article>`,
  )
  .join('\n')}
</section>`;
}

function placed(place: string): string {
  return place === '' ? '' : ` <span class="place">${escaped(place)}</span>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text in a page, whatever a package or a bot says. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

const STYLE = `:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem; color: #1b1f24; background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.2rem; margin-top: 2rem; border-bottom: 1px solid #b8bfc8; }
h3 { font: 600 0.95rem/1.4 ui-monospace, monospace; margin: 0; }
article { border-left: 4px solid; padding: 0.25rem 0 0.25rem 0.75rem; margin: 1rem 0; break-inside: avoid; }
article ul { margin: 0.25rem 0; padding-left: 1.1rem; }
article p { margin: 0.25rem 0; }
article.error { border-color: #b3261e; }
article.warning { border-color: #9a6700; }
article.question { border-color: #0b5cad; }
.remedy::before { content: "→ "; }
.place, .source { color: #57606a; font-size: 0.875rem; }
.place { display: block; unicode-bidi: isolate; }
.sum { font-weight: 600; }
.sum.error { color: #b3261e; }
.good { color: #1a6b34; font-weight: 600; }
footer { margin-top: 2rem; color: #57606a; font-size: 0.875rem; }
@page { margin: 18mm; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } h2 { break-after: avoid; } }`;
