import { type Markup, markup, pageOf } from '../../markup';
import { byRule, type Chapter, chaptersOf, type Report } from './report';
import { about, sum } from './text';

/** The report as a page: nothing is loaded, nothing runs, and it prints. */
export function htmlReport(report: Report): string {
  const title = `Certification: ${report.package}`;
  return pageOf({ locale: 'en', direction: 'ltr', title, style: STYLE, body: [bodyOf(report)] });
}

function bodyOf(report: Report): Markup {
  return markup`<header>
<h1>What Amazon would say to ${report.package}</h1>
<p>${about(report)}</p>
<p class="${report.counts.error > 0 ? 'error' : 'good'} sum">${sum(report)}</p>
</header>
<main>
${chaptersOf(report).map(chapterOf)}<section>
<h2>Not looked at</h2>
<ul>
${report.notChecked.map((line) => markup`<li>${line}</li>\n`)}</ul>
</section>
</main>
<footer>
<p>Each rule and where it is from: docs/certify.md.</p>
</footer>
`;
}

function chapterOf({ title, none = '', findings }: Chapter): Markup {
  if (findings.length === 0) return markup`<section>\n<p class="good">${none}</p>\n</section>\n`;
  return markup`<section>
<h2>${title}</h2>
${byRule(findings).map(
  ({ id, severity, remedy, source, spots }) => markup`<article class="${severity}">
<h3>${id}</h3>
<ul>
${spots.map(({ what, where }) => markup`<li dir="auto">${what}${placed(where)}</li>\n`)}</ul>
<p class="remedy">${remedy}</p>
<p class="source">${source}</p>
</article>
`,
)}</section>
`;
}

function placed(place: string): readonly Markup[] {
  return place === '' ? [] : [markup` <span class="place">${place}</span>`];
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
