import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixtureOf } from './fixtures';
import type { Finding } from './hold';
import { nameOf } from './seen';
import type { Step, Verdict } from './step';

/** What a field test has found, for people and programs. No id and no word is in it. */
export interface Findings {
  readonly format: 'aloud-field-test/1';
  readonly at: string;
  readonly simulated: boolean;
  readonly locale: string;
  readonly findings: readonly {
    readonly step: string;
    readonly fact: string;
    readonly source: string;
    readonly verdict: Verdict;
    readonly observed: string;
    readonly requests: readonly string[];
    /** Where it differs. */
    readonly change?: string;
  }[];
  /** Steps that were not tried. */
  readonly left: readonly string[];
}

export function findingsOf(
  found: readonly Finding[],
  { steps, ...about }: Pick<Findings, 'at' | 'simulated' | 'locale'> & { readonly steps: readonly Step[] },
): Findings {
  const by = new Map(steps.map((step) => [step.id, step]));
  return {
    format: 'aloud-field-test/1',
    ...about,
    findings: found.flatMap(({ id, verdict, observed, requests, isOfAll }) => {
      const step = by.get(id);
      if (!step) return [];
      const { fact, source, change } = step;
      const names = isOfAll ? [] : requests.map(nameOf);
      return [{ step: id, fact, source, verdict, observed, requests: names, ...(verdict === 'differs' && { change }) }];
    }),
    left: steps.map(({ id }) => id).filter((id) => !found.some((finding) => finding.id === id)),
  };
}

/** What to switch, and where: one line for each fact that did not hold. */
export function changesIn({ findings }: Findings): readonly string[] {
  return findings.flatMap(({ step, observed, change }) => (change ? [`${step}: ${observed}. Change: ${change}`] : []));
}

export function findingsPage(all: Findings): string {
  const { at, simulated, locale, findings, left } = all;
  return [
    '# Field test',
    '',
    `${at}, ${locale}${simulated ? ', with the simulated Echo: this says nothing of a real one' : ''}.`,
    '',
    '| step | what we go by | verdict | what was seen |',
    '|---|---|---|---|',
    ...findings.map(
      ({ step, fact, verdict, observed }) => `| ${[step, fact, verdict, observed].map(cell).join(' | ')} |`,
    ),
    '',
    ...(changesIn(all).length > 0 ? ['## What to change', '', ...changesIn(all).map((line) => `- ${line}`), ''] : []),
    ...(left.length > 0 ? [`Not tried: ${left.join(', ')}.`, ''] : []),
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** In a folder for its owner only. */
export function writeFindings(folder: string, all: Findings, found: readonly Finding[], salt: string): void {
  mkdirSync(join(folder, 'fixtures'), { recursive: true, mode: 0o700 });
  for (const made of [folder, join(folder, 'fixtures')]) chmodSync(made, 0o700);
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    chmodSync(join(folder, name), 0o600);
  };
  write('findings.json', `${JSON.stringify(all, null, 2)}\n`);
  write('findings.md', findingsPage(all));
  for (const { id, requests, isOfAll } of found) {
    if (requests.length > 0 && !isOfAll)
      write(`fixtures/${id}.json`, `${JSON.stringify(fixtureOf(requests, salt), null, 2)}\n`);
  }
}
