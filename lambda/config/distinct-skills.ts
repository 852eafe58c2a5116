/** What has to be different in each of several skills, as far as it is known. */
export interface Distinct {
  readonly name: string;
  readonly skillIds?: readonly string[];
  readonly secret?: string;
}

/** What several skills have that only one of them may, a line each, without a secret: all that comes in is of one skill only. */
export function clashesOf(skills: readonly Distinct[]): readonly string[] {
  const ids = skills.flatMap(({ name, skillIds = [] }) => [...new Set(skillIds)].map((value) => ({ name, value })));
  const secrets = skills.flatMap(({ name, secret: value }) => (value === undefined ? [] : [{ name, value }]));
  return [
    ...shared(skills.map(({ name }) => ({ name, value: name }))).map(({ value }) => `two skills are named ${value}`),
    ...shared(ids).map(({ value, names }) => `the skills ${listed(names)} have the same ALOUD_SKILL_ID, ${value}`),
    // Webhooks are told apart by it, and who knows one must not know another.
    ...shared(secrets).map(({ names }) => `the skills ${listed(names)} have the same ALOUD_SECRET`),
  ];
}

interface Shared {
  readonly value: string;
  readonly names: readonly string[];
}

function shared(all: readonly { readonly name: string; readonly value: string }[]): readonly Shared[] {
  const names = new Map<string, string[]>();
  for (const { name, value } of all) names.set(value, [...(names.get(value) ?? []), name]);
  return [...names].flatMap(([value, those]) => (those.length > 1 ? [{ value, names: those }] : []));
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
