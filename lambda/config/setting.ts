import * as z from 'zod/mini';

/** One environment variable: what it is for, and what it may hold. */
export interface Setting {
  readonly name: string;
  /** A name it had, which works for one more minor version: a warning at the start names the new one. */
  readonly formerly?: string;
  /** Reads the text of the variable; its messages are shown to the operator, after the name. */
  readonly schema: z.ZodMiniType;
  readonly doc: string;
  /** What is used when the variable is unset or empty. Absent: the setting has no default. */
  readonly fallback?: string;
  /** Needed to start: a setting of a platform only with that platform. */
  readonly required?: true;
  /** Never shown, not even in a message about a wrong value. */
  readonly secret?: boolean;
  readonly example?: string;
  /**
   * Where several skills are served, `process`: one value for all of them, which none may set. `skill`: each has its own, and
   * none takes the process' for it. Absent: the process' is what a skill has that sets nothing else.
   */
  readonly scope?: 'process' | 'skill';
}

/** Settings by the name under which the code knows them. */
export type Settings = Readonly<Record<string, Setting>>;

/** What a set of settings comes to once they are read: a value is absent only where there is no default. */
export type ValuesOf<S extends Settings> = {
  readonly [Key in keyof S]:
    | z.output<S[Key]['schema']>
    | (S[Key] extends { required: true } | { fallback: string } ? never : undefined);
};

/** A text that passes the check. `message` follows the setting's name: "must be …". */
export const text = (check: (value: string) => boolean, message: string) => z.string().check(z.refine(check, message));

/** Any text that is not empty. */
export const anyText = z.string();

/** An http or https URL, without slashes at its end. */
export const url = z.pipe(
  text(
    (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
    'must be an http:// or https:// URL',
  ),
  z.transform((value) => value.replace(/\/+$/, '')),
);

export const wholeNumber = (min: number, max: number) =>
  z.pipe(
    text(
      (value) => /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max,
      `must be a whole number from ${min} to ${max}`,
    ),
    z.transform(Number),
  );

/** @param also what else it may be, said behind the values */
export const oneOf = <const T extends string>(values: readonly T[], also = '') =>
  z.pipe(
    text((value) => (values as readonly string[]).includes(value), `must be one of: ${values.join(', ')}${also}`),
    z.transform((value) => value as T),
  );

/** HTTP headers as OpenTelemetry has them: `name=value,name=value`, values percent-encoded. */
export const headers = z.pipe(
  text(
    (value) =>
      value
        .split(',')
        .every((pair) => /^\s*[\w!#$%&'*+.^`|~-]+\s*=(?:%[2-6][\da-f]|%7[\da-e]|[ !-$&-~])*$/i.test(pair)),
    'must be name=value, several separated by commas, with values percent-encoded',
  ),
  z.transform((value) =>
    Object.fromEntries(
      value.split(',').map((pair) => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at).trim(), decodeURIComponent(pair.slice(at + 1).trim())];
      }),
    ),
  ),
);

/**
 * A text that `read` makes something of; what is wrong with it is a text too, the end of a sentence that begins with the
 * setting's name.
 */
export const parsed = <T extends object>(read: (value: string) => T | string) =>
  z.pipe(
    z.string().check((context) => {
      const result = read(context.value);
      if (typeof result === 'string') context.issues.push({ code: 'custom', message: result, input: context.value });
    }),
    z.transform((value) => read(value) as T),
  );
