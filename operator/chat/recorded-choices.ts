import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';

const HEAD = `# What the bot has offered in recorded conversations (aloud chat --labels).
# Look it over, take out what is of one customer alone, and copy the rest into business.yaml.
`;

/** Collects the labels of what a bot offers, for the owner to look over. */
export interface RecordedChoices {
  add(labels: readonly string[]): void;
  /** Writes them beside those of earlier conversations. Returns how many are new. */
  save(): number;
}

/** @param path a YAML file with the one field that a business file has for them, `choices` */
export function recordChoices(path: string): RecordedChoices {
  const before = existsSync(path) ? choicesIn(readFileSync(path, 'utf8')) : [];
  const all = new Set(before);
  return {
    add: (labels) => {
      for (const label of labels) if (label.trim() !== '') all.add(label.trim());
    },
    save() {
      const isNew = all.size - new Set(before).size;
      if (isNew > 0) writeFileSync(path, HEAD + stringify({ choices: [...all] }));
      return isNew;
    },
  };
}

/** What an owner has edited in the meantime stays; what is no list of texts counts as none. */
function choicesIn(text: string): readonly string[] {
  const content: unknown = parse(text);
  const choices = typeof content === 'object' && content !== null && 'choices' in content ? content.choices : [];
  return Array.isArray(choices) ? choices.filter((label) => typeof label === 'string') : [];
}
