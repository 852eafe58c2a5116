import { type Markup, markup, pageOf } from '../markup';
import type { Report, UsageReport } from './document';
import type { SkillUsage } from './figures';
import { type Numbers, numbersOf } from './numbers';
import { changeOf, type Row, type Section, sectionsOf } from './sections';
import { keptNotes, notesOf } from './text';
import type { KeptAnswers } from './unmatched';
import { fill, type ReportWords } from './words';

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

/** A report as one page of its own, to be read in a browser and printed. */
export function asHtml(report: Report, words: ReportWords): string {
  const numbers = numbersOf(report.locale);
  const sentence = report.kind === 'usage' ? words.sentences.title : words.unmatched.title;
  const title = fill(sentence, { name: report.skills.map(({ name }) => name).join(', ') });
  const body =
    report.kind === 'usage'
      ? report.skills.map((usage) => usageMarkup(usage, report, words, numbers))
      : report.skills.map((kept) => keptMarkup(kept, words, numbers));
  const month = report.kind === 'usage' ? ` · ${numbers.month(report.month)}` : '';
  return pageOf({
    locale: report.locale,
    direction: words.direction,
    title: `${title}${month}`,
    style: STYLE,
    body,
  });
}

function usageMarkup(usage: SkillUsage, report: UsageReport, words: ReportWords, numbers: Numbers): Markup {
  const heading = fill(words.sentences.title, { name: usage.name });
  const notes = notesOf(usage, report, words, numbers);
  const sections = usage.counted ? sectionsOf(usage, words) : [];
  return markup`<article>
<header><h1>${heading}</h1><p class="month">${numbers.month(report.month)}</p>${notes.map(noteMarkup)}</header>
${sections.map((section) => sectionMarkup(section, usage.countedBefore, report, words, numbers))}
</article>
`;
}

function noteMarkup(note: string): Markup {
  return markup`<p>${note}</p>`;
}

function sectionMarkup(
  { title, rows }: Section,
  hasBefore: boolean,
  { monthBefore }: UsageReport,
  { columns }: ReportWords,
  numbers: Numbers,
): Markup {
  const heads = [columns.count, columns.share, ...(hasBefore ? [numbers.month(monthBefore), columns.change] : [])];
  return markup`<section><h2>${title}</h2>
<table><thead><tr><td></td>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => rowMarkup(row, hasBefore, columns.remedy, numbers))}</tbody></table></section>
`;
}

function rowMarkup(row: Row, hasBefore: boolean, remedyLabel: string, numbers: Numbers): Markup {
  const { label, isCode, value, before, isRatio, share, remedy } = row;
  const number = isRatio ? numbers.decimal : numbers.count;
  const change = changeOf(row);
  const name = isCode ? markup`<code dir="ltr">${label}</code>` : markup`${label}`;
  const then = markup`<td>${before === null ? '' : number(before)}</td><td>${change === undefined ? '' : numbers.change(change)}</td>`;
  return markup`<tr><th scope="row">${name}${remedy ? remedyMarkup(remedy, remedyLabel) : ''}</th><td class="count">${number(value)}</td>${
    share === undefined ? markup`<td></td>` : markup`<td>${numbers.share(share)}${barMarkup(share)}</td>`
  }${hasBefore ? then : ''}</tr>
`;
}

/** Remedies are those of docs/errors.md, in English. */
function remedyMarkup(remedy: string, label: string): Markup {
  return markup`<small>${label}: <span lang="en" dir="ltr">${remedy}</span></small>`;
}

/** The table says the number beside it. */
function barMarkup(share: number): Markup {
  return markup`<span class="bar" aria-hidden="true"><span style="inline-size:${(share * 100).toFixed(1)}%"></span></span>`;
}

function keptMarkup(kept: KeptAnswers, words: ReportWords, numbers: Numbers): Markup {
  const notes = keptNotes(kept, words, numbers);
  const rowOf = ({ said, outcome, count }: KeptAnswers['offers'][number]['answers'][number]) =>
    markup`<tr><th scope="row"><bdi>${said}</bdi></th><td>${words.unmatched[outcome]}</td><td class="count">${numbers.count(count)}</td></tr>
`;
  const offers = kept.offers.map(
    ({ labels, answers }) => markup`<section><h2>${labels.map((label) => markup`<bdi>${label}</bdi> `)}</h2>
<table><tbody>${answers.map(rowOf)}</tbody></table></section>
`,
  );
  return markup`<article><header><h1>${fill(words.unmatched.title, { name: kept.name })}</h1>${notes.map(noteMarkup)}</header>
${offers}</article>
`;
}
