import type { Browser, Page } from 'playwright-core';
import { RULES } from '../../lambda/conversation/answers/decision';
import { ERRORS } from '../../lambda/errors';
import type { Report } from '../../operator/report/document';
import { usageOf } from '../../operator/report/figures';
import { asHtml } from '../../operator/report/html';
import { keptAnswers } from '../../operator/report/unmatched';
import { REPORT_LANGUAGES, type ReportWords, reportWords } from '../../operator/report/words';
import { launchBrowser } from '../support/browser';

/** A4 at 96 dots an inch, without the margins of the page. */
const PAPER_PX = 658;

const NAME = 'Bluebell Dental & Sons';
const COUNTS = {
  ...{ turns: 1_234_567, people: 40, 'new-people': 10, sessions: 301, 'came-back': 61, 'no-match': 24 },
  ...{ 'notifications-sent': 4, 'notifications-followed': 3, 'messages-heard': 6, 'ended:silent:forget-me': 5 },
  ...Object.fromEntries(RULES.map((rule) => [`picked:${rule}`, 7])),
  ...Object.fromEntries(Object.keys(ERRORS).map((code) => [`error:${code}`, 3])),
};

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: PAPER_PX, height: 900 } });
  await page.emulateMedia({ media: 'print' });
});
afterAll(() => browser.close());

async function shown(report: Report): Promise<{ width: number; direction: string; faults: string[] }> {
  const faults: string[] = [];
  const note = (message: { text(): string }) => void faults.push(message.text());
  page.on('console', note);
  await page.setContent(asHtml(report, reportWords(report.locale) as ReportWords));
  const width: number = await page.evaluate('document.documentElement.scrollWidth');
  const direction: string = await page.evaluate('getComputedStyle(document.body).direction');
  page.off('console', note);
  return { width, direction, faults };
}

test.each(REPORT_LANGUAGES.map(String))('a report in %s fits on paper, in its direction', async (locale) => {
  const expected = { width: PAPER_PX, direction: locale === 'ar' ? 'rtl' : 'ltr', faults: [] };
  const skills = [usageOf({ skill: 'default', name: NAME }, COUNTS, { turns: 600, people: 50 })];
  const head = { format: 1, locale } as const;
  const month = { month: '2026-11', monthBefore: '2026-10', isRunning: true };
  expect(await shown({ ...head, kind: 'usage', ...month, skills })).toEqual(expected);
  const long = {
    said: 'a'.repeat(200),
    offered: ['Donaudampfschifffahrt'.repeat(4), 'Lion'],
    outcome: 'sent',
  } as const;
  const kept = keptAnswers({ skill: 'default', name: NAME, days: 3 }, { unmatched: [long], sealed: 1 });
  expect(await shown({ ...head, kind: 'unmatched', skills: [kept] })).toEqual(expected);
});

test('bars keep their colour when they are printed', async () => {
  const skills = [usageOf({ skill: 'default', name: NAME }, COUNTS, {})];
  const month = { month: '2026-11', monthBefore: '2026-10', isRunning: false };
  await shown({ format: 1, locale: 'en-US', kind: 'usage', ...month, skills });
  const styleOf = (property: string) =>
    page.evaluate(`getComputedStyle(document.querySelector('.bar span')).${property}`);
  const style = [await styleOf('backgroundColor'), await styleOf('printColorAdjust')];
  expect(style).toEqual(['rgb(47, 111, 176)', 'exact']);
});
