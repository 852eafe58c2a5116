import { ALL_SETTINGS } from '../lambda/app/config';
import type { ListedSetting } from '../lambda/config/settings';
import { ERRORS } from '../lambda/errors';
import en from '../lambda/languages/en/phrases.json';
import { envEntry } from '../operator/env-file';

/** `.env.example`: every setting, commented out unless it must be given. */
export function envExample(): string {
  const entries = ALL_SETTINGS.map((setting) => {
    const entry = envEntry(setting);
    return setting.required && !setting.platform ? entry.replace(/\n# (?=[^\n]*$)/, '\n') : entry;
  });
  return `${['# `npx aloud init` makes a .env of this. docs/settings.md says more about each.', ...entries].join('\n\n')}\n`;
}

/** `docs/settings.md`. */
export function settingsPage(): string {
  const rows = ALL_SETTINGS.map((setting) => {
    const fallback = setting.fallback ? `\`${setting.fallback}\`` : '';
    return `| \`${setting.name}\` | ${requiredText(setting)} | ${fallback} | ${cell(meaning(setting))} |`;
  });
  return [
    '# Settings',
    '',
    'Environment variables, or lines of a `.env` file in the working directory. A missing or wrong setting stops the',
    'start with one line per problem. Secrets never appear in a message or in the log.',
    '',
    'On AWS the `.env` file stays on the computer that deploys: `npm run deploy` stores what stands in it as one secret',
    '([deploy-aws.md](deploy-aws.md)).',
    '',
    'Where a process serves several skills ([several-skills.md](several-skills.md)), each has a `.env` of its own, for which the',
    'one of the project holds what all share; but each skill sets for itself',
    `${namesOf('skill')}; and only the process sets`,
    `${namesOf('process')}.`,
    '',
    '| name | required | default | meaning |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function namesOf(scope: ListedSetting['scope']): string {
  return ALL_SETTINGS.filter((setting) => setting.scope === scope)
    .map(({ name }) => `\`${name}\``)
    .join(', ');
}

/** `docs/errors.md`. */
export function errorsPage(): string {
  const rows = Object.entries(ERRORS).map(([code, { hint, phrase }]) => {
    return `| \`${code}\` | ${cell(hint)} | ${cell(firstWording(phrase))} |`;
  });
  return [
    '# Errors',
    '',
    'Every error has one code. It stands in the log line (`code`) and in the metric `aloud_errors_total{code}`.',
    '',
    '| code | what to do | what the user hears (en-US) |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function meaning({ doc, formerly }: ListedSetting): string {
  return formerly ? `${doc} Formerly \`${formerly}\`, which works for one more minor version.` : doc;
}

function requiredText({ required, platform, secret }: ListedSetting): string {
  const always = platform ? `with \`${platform}\`` : 'yes';
  const when = required ? always : '';
  return secret ? `${when}${when && ', '}secret` : when;
}

function firstWording(key: string): string {
  const found = key.split('.').reduce<unknown>((node, name) => (node as Record<string, unknown>)?.[name], en);
  return String(Array.isArray(found) ? found[0] : found);
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
