import { OperatorProblem } from './problem';

/** One of several answers. */
export interface Choice<T> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

export interface TextQuestion {
  readonly message: string;
  /** Shown where nothing is typed yet. */
  readonly placeholder?: string;
  /** What Enter alone means. */
  readonly fallback?: string;
  /** What is there to be changed. */
  readonly initial?: string;
  /** What is wrong with an answer, as a line. */
  readonly fault?: (answer: string) => string | undefined;
}

/** Asks who sits before the terminal. Whoever gives up, by Ctrl-C or Escape, ends it with `GivenUp`. */
export interface Prompts {
  intro(text: string): void;
  /** What is to be read between the questions. */
  note(text: string): void;
  text(question: TextQuestion): Promise<string>;
  /** Nothing of what is typed is shown. */
  secret(question: TextQuestion): Promise<string>;
  choose<T>(message: string, choices: readonly Choice<T>[], initial?: T): Promise<T>;
  chooseSome<T>(message: string, choices: readonly Choice<T>[], initial: readonly T[]): Promise<readonly T[]>;
  confirm(message: string, initial?: boolean): Promise<boolean>;
}

/** Nothing was changed. */
export class GivenUp extends OperatorProblem {
  constructor() {
    super(['Nothing was written.']);
  }
}

/** The prompts of @clack/prompts, loaded when somebody is asked: most commands ask nobody. */
export async function openPrompts(): Promise<Prompts> {
  const clack = await import('@clack/prompts');
  const answered = <T>(answer: unknown): T => {
    if (clack.isCancel(answer)) throw new GivenUp();
    return answer as T;
  };
  const checked =
    ({ fault, fallback }: TextQuestion) =>
    (typed: string | undefined) =>
      fault?.(typed?.trim() || fallback || '');
  // The library's own type of choices depends on what is chosen.
  const listed = <T>(choices: readonly Choice<T>[]) => choices as never;
  return {
    intro: (text) => clack.intro(text),
    note: (text) => clack.log.message(text),
    async text(question) {
      const { message, placeholder, fallback, initial } = question;
      const typed = await clack.text({
        ...{ message, placeholder: placeholder ?? fallback, initialValue: initial, defaultValue: fallback },
        validate: checked(question),
      });
      return answered<string | undefined>(typed)?.trim() || fallback || '';
    },
    async secret(question) {
      const typed = await clack.password({ message: question.message, mask: '*', validate: checked(question) });
      return answered<string | undefined>(typed)?.trim() || question.fallback || '';
    },
    choose: async (message, choices, initial) =>
      answered(await clack.select({ message, options: listed(choices), initialValue: initial })),
    chooseSome: async (message, choices, initial) =>
      answered(
        await clack.autocompleteMultiselect({
          ...{ message, options: listed(choices), initialValues: [...initial], required: true, maxItems: 9 },
          placeholder: 'type to search, Tab or Space to choose',
        }),
      ),
    confirm: async (message, initial = true) =>
      answered<boolean>(await clack.confirm({ message, initialValue: initial })),
  };
}
