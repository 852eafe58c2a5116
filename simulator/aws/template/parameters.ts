import { type Template, TemplateError } from './parse';

/**
 * The parameters of a stack: what was given, else the defaults.
 *
 * @throws TemplateError for one that the template does not know, lacks, or does not allow
 */
export function parametersOf(
  { Parameters }: Template,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const unknown = Object.keys(values).filter((name) => !Parameters[name]);
  if (unknown.length > 0) throw new TemplateError(`Parameters: [${unknown}] do not exist in the template`);
  const entries = Object.entries(Parameters).map(([name, { Default, AllowedPattern }]) => {
    const value = values[name] ?? Default;
    if (value === undefined) throw new TemplateError(`Parameters: [${name}] must have values`);
    if (AllowedPattern && !new RegExp(`^(?:${AllowedPattern})$`).test(String(value))) {
      throw new TemplateError(`Parameter ${name} failed to satisfy constraint: ${AllowedPattern}`);
    }
    return [name, String(value)];
  });
  return Object.fromEntries(entries);
}
