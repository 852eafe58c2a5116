import type { CommandDefinition } from '../operator/command';
import { COMMANDS } from '../operator/commands';
import { FINDINGS } from '../operator/doctor/ids';

/** `docs/commands.md`: what every command does, takes, and is typed like. */
export function commandsPage(): string {
  return [
    '# Commands',
    '',
    'What is typed in the folder of the checkout, or in one that has Aloud as a package: `npx aloud` and the name of a command; with `--help` behind it, the same is said as here. Each',
    'ends with 0 when all is well, 1 when it could not do its work or found what has to be mended, 2 when it was called wrongly, 3 when there is',
    'nothing of what was named.',
    'With `--json` there is one JSON document on the standard output, and nothing else.',
    '',
    '| command | what it does |',
    '|---|---|',
    ...COMMANDS.map(({ name, summary }) => `| [\`${name}\`](#${name}) | ${cell(summary)} |`),
    '',
    ...COMMANDS.flatMap(section),
  ].join('\n');
}

function section({ name, summary, about, words, options, examples }: CommandDefinition): readonly string[] {
  return [
    `## ${name}`,
    '',
    `\`aloud ${[name, words, options.length > 0 ? '[options]' : ''].filter(Boolean).join(' ')}\`: ${summary}.`,
    '',
    about,
    '',
    ...(options.length > 0
      ? [
          '| option | what it is |',
          '|---|---|',
          ...options.map((option) => `| \`${option.flags}\` | ${cell(meaning(option))} |`),
          '',
        ]
      : []),
    '```sh',
    ...aligned(examples),
    '```',
    '',
  ];
}

function meaning({ what, choices, repeats }: CommandDefinition['options'][number]): string {
  const among = choices ? `: ${choices.map((choice) => `\`${choice}\``).join(', ')}` : '';
  return `${what}${among}${repeats ? '; may be given again' : ''}`;
}

/** A longer line has what it does above it. */
const LONGEST = 60;

function aligned(examples: CommandDefinition['examples']): readonly string[] {
  const width = Math.max(...examples.map(([line]) => line.length));
  if (width > LONGEST) return examples.flatMap(([line, what]) => [`# ${what}`, `npx aloud ${line}`]);
  return examples.map(([line, what]) => `npx aloud ${line.padEnd(width)}   # ${what}`);
}

/** `docs/doctor.md`. */
export function doctorPage(): string {
  return [
    '# What the doctor looks at',
    '',
    '```sh',
    'npx aloud doctor                        # everything that leaves no trace',
    'npx aloud doctor --offline              # without calling a host',
    'npx aloud doctor --json                 # for a program',
    'npx aloud doctor --call --yes           # the bot as well: it gets one message',
    '```',
    '',
    'Each finding is a line that says what is so, and a line with the command or the change that mends it. It is `good`; a `warning`, when it works',
    'but hardly as it was meant; `bad`; or `not checked`, when nobody can tell from here. Nothing is changed, no secret is shown, and the exit code',
    'is 1 when something is bad. All checks run at the same time, and none waits for more than ten seconds.',
    '',
    'Where it runs decides what is looked at. With `ALOUD_PUBLIC_URL` it is a server of your own; without it, and without anything else that only a',
    'server has, it is AWS; with vendor or Amazon on this machine it is the simulator. `--where` says otherwise.',
    '',
    'What is called: the public address (`/alexa` without a signature, and the webhook by GET, which have no effect), the token endpoint of Amazon and',
    'her clock, the database, and the login of Voximplant Kit. The other vendors have no call that leaves nothing behind: with `--call`, after',
    'asking, a visitor called aloud-doctor says one thing to the bot, and what stays of that is said.',
    '',
    '| id | what it is |',
    '|---|---|',
    ...Object.entries(FINDINGS).map(([id, what]) => `| \`${id}\` | ${cell(what)} |`),
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
