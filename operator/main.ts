import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { AloudError } from '../lambda/errors';
import { type CallOptions, type CommandDefinition, EXIT, type Exit, type OptionDefinition } from './command';
import { COMMANDS } from './commands';
import { createScreen, type Screen } from './screen';
import { VERSION } from './version';

/** What was typed: a command to run, or one that is over as help or a fault was told. */
export type Typed =
  | { readonly name: string; readonly words: readonly string[]; readonly options: CallOptions }
  | { readonly exit: Exit };

/**
 * Reads a command line, `aloud doctor --json`. Help and what is wrong with it are told here.
 *
 * @param args all behind the program's name
 * @param pathOf where a file is that was named, seen from the project's folder. Default: as it was named
 */
export function read(args: readonly string[], screen: Screen, pathOf: PathOf = asNamed): Typed {
  let typed: Typed = { exit: EXIT.usage };
  const program = programOf(
    screen,
    (name, words, options) => {
      typed = { name, words, options };
    },
    pathOf,
  );
  if (args.length === 0) {
    program.outputHelp();
    return { exit: EXIT.usage };
  }
  try {
    program.parse([...args], { from: 'user' });
    return typed;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { exit: error.exitCode === 0 ? EXIT.good : EXIT.usage };
  }
}

type Take = (name: string, words: readonly string[], options: CallOptions) => void;

/** Commands work in the project's folder, wherever they are typed. */
type PathOf = (named: string) => string;

const asNamed: PathOf = (named) => named;

function programOf(screen: Screen, take: Take, pathOf: PathOf): Command {
  const program = new Command('aloud')
    .description('Puts any business’s chatbot on Alexa.')
    .usage('<command> [options]')
    .version(VERSION, '--version', 'which version of Aloud this is')
    .helpCommand('help [command]', 'what a command does, with examples')
    .enablePositionalOptions()
    .addHelpText('after', `\n${firstSteps()}`);
  // Before the commands are added, which take it from here.
  program.exitOverride().configureOutput({
    writeOut: (text) => screen.print(text.trimEnd()),
    writeErr: (text) => screen.note(text.trimEnd()),
  });
  for (const definition of COMMANDS) add(program, definition, take, pathOf);
  return program;
}

function add(program: Command, definition: CommandDefinition, take: Take, pathOf: PathOf): void {
  const { name, summary, about, words, options, examples, passesOn } = definition;
  const command = program
    .command(name)
    .summary(summary)
    .description(`${capital(summary)}.\n\n${about.replaceAll('\n', ' ')}`);
  if (words) command.argument(words, '');
  for (const option of options) command.addOption(optionOf(option, pathOf));
  command.addHelpText('after', `\nExamples:\n${listed(examples)}`);
  command.showHelpAfterError(`(aloud ${name} --help shows its options and examples)`);
  if (passesOn) command.helpOption(false).allowUnknownOption().passThroughOptions();
  // commander hands over the words, then the options, then the command.
  command.action((...given: readonly unknown[]) => {
    take(name, words?.includes('file') ? command.args.map(pathOf) : command.args, given.at(-2) as CallOptions);
  });
}

function optionOf({ flags, what, repeats, choices }: OptionDefinition, pathOf: PathOf): Option {
  const option = new Option(flags, what);
  if (/<(?:file|folder)>/.test(flags)) option.argParser(pathOf);
  if (choices) option.choices(choices);
  if (!repeats) return option;
  // Takes the place of the check that commander makes of choices.
  option.argParser((value: string, earlier: readonly string[] = []) => {
    if (choices && !choices.includes(value))
      throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`);
    return [...earlier, value];
  });
  return option;
}

/** Who reads the help of all has not begun yet. */
function firstSteps(): string {
  return `Examples:\n${listed([
    ['init', 'write the settings and the business file, question by question'],
    ['doctor', 'what is wrong, and how to mend it'],
    ['chat', 'talk with the bot'],
    ['help deploy', 'what deploying does, and its options'],
  ])}`;
}

function listed(examples: CommandDefinition['examples']): string {
  const lines = examples.map(([line]) => `aloud ${line}`);
  const width = Math.min(44, Math.max(...lines.map(({ length }) => length)));
  return examples
    .map(([, what], at) => {
      const line = lines[at] ?? '';
      return line.length > width ? `  ${line}\n  ${' '.repeat(width)}  ${what}` : `  ${line.padEnd(width)}  ${what}`;
    })
    .join('\n');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * What a command that could not go on says of it: the code, what is wrong, and what to do.
 *
 * @param thrown by a command, which is a bundle of its own: its class of errors is not the one that is known here
 */
export function explain(thrown: unknown): string {
  if (!isCoded(thrown))
    return explain(new AloudError('ALOUD_INTERNAL', thrown instanceof Error ? thrown.name : typeof thrown));
  return `${thrown.code}\n${thrown.message}\n${thrown.hint}`;
}

function isCoded(thrown: unknown): thrown is AloudError {
  return thrown instanceof Error && thrown.name === 'AloudError' && 'code' in thrown;
}

export { createScreen };
