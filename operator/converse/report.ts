import type { Screen } from '../screen';
import type { Held } from './run';
import { isGood } from './run';

/** What is told of a conversation on a screen: one line where it went as written, else each difference with its place. */
export function told(held: Held, { style }: Pick<Screen, 'style'>): string {
  const { conversation, platform, steps } = held;
  const name = platform ? `${conversation.name} (${platform})` : conversation.name;
  if (isGood(held)) return `${style('green', 'ok')}    ${name}`;
  const lines = steps.flatMap(({ line, differences }) =>
    differences.map(
      ({ what, expected, happened }) =>
        `  ${conversation.file}:${line}: ${what}\n    expected: ${indented(expected)}\n    came:     ${indented(happened)}`,
    ),
  );
  return [`${style('red', 'FAILS')} ${name}`, ...lines].join('\n');
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n              ');
}

/** The same for programs. */
export function asJson(all: readonly Held[]) {
  return {
    conversations: all.map((held) => ({
      file: held.conversation.file,
      name: held.conversation.name,
      platform: held.platform,
      good: isGood(held),
      ms: Math.round(held.ms),
      differences: held.steps.flatMap(({ line, differences }) => differences.map((found) => ({ line, ...found }))),
    })),
  };
}

/** A report in the form of JUnit, which CI servers read: a suite for each file, a case for each conversation. */
export function asJunit(all: readonly Held[]): string {
  const files = grouped(all);
  const suites = [...files].map(([file, held]) => {
    const failures = held.filter((one) => !isGood(one)).length;
    return [
      `  <testsuite name="${escaped(file)}" tests="${held.length}" failures="${failures}" time="${seconds(held)}">`,
      ...held.map(caseOf),
      '  </testsuite>',
    ].join('\n');
  });
  const failures = all.filter((one) => !isGood(one)).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="aloud converse" tests="${all.length}" failures="${failures}" time="${seconds(all)}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function caseOf(held: Held): string {
  const { conversation, platform, steps } = held;
  const attributes = `name="${escaped(conversation.name)}" classname="${escaped(platform ?? 'own')}" time="${seconds([held])}"`;
  if (isGood(held)) return `    <testcase ${attributes}/>`;
  const lines = steps.flatMap(({ line, differences }) =>
    differences.map(
      ({ what, expected, happened }) => `line ${line}: ${what}: expected "${expected}", came "${happened}"`,
    ),
  );
  return [
    `    <testcase ${attributes}>`,
    `      <failure message="${escaped(lines[0] ?? '')}">${escaped(lines.join('\n'))}</failure>`,
    '    </testcase>',
  ].join('\n');
}

const fileOf = ({ conversation }: Held) => conversation.file;

function grouped(all: readonly Held[]): Map<string, Held[]> {
  const files = new Map<string, Held[]>();
  for (const held of all) files.set(fileOf(held), [...(files.get(fileOf(held)) ?? []), held]);
  return files;
}

function seconds(all: readonly Held[]): string {
  return (all.reduce((sum, { ms }) => sum + ms, 0) / 1000).toFixed(3);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** XML has no place for most control characters, escaped or not. */
function escaped(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '').replace(/[&<>"\n]/g, (sign) => ENTITIES[sign] ?? sign);
}
