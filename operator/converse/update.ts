import { writeFileSync } from 'node:fs';
import type { ConversationFile } from './read';
import { type Held, isGood } from './run';

/** The fields that `--update` writes, of those that a step has. */
const UPDATED = ['hear', 'progress', 'reprompt', 'sent', 'ends', 'asked-back'] as const;

/**
 * Writes into a file what came, in place of what was to come; its comments and order stay. What cannot be written down
 * (how long it took, what was not to be heard, a card) stays as it is. Returns how many steps changed.
 *
 * @param all what came of the file's conversations; of several platforms the first counts
 */
export function update({ path, documents, conversations }: ConversationFile, all: readonly Held[]): number {
  let changed = 0;
  for (const conversation of conversations) {
    const held = all.find((one) => one.conversation === conversation);
    const document = documents[conversation.at];
    if (!held || !document || isGood(held)) continue;
    for (const [at, { happened, differences }] of held.steps.entries()) {
      const fields = UPDATED.filter((field) => differences.some(({ what }) => what === field));
      if (fields.length > 0) changed++;
      for (const field of fields) document.setIn(['steps', at, field], came(field, happened));
    }
  }
  if (changed > 0) writeFileSync(path, documents.map((document) => document.toString({ lineWidth: 120 })).join(''));
  return changed;
}

function came(field: (typeof UPDATED)[number], happened: Held['steps'][number]['happened']) {
  switch (field) {
    case 'hear':
      return happened.heard ?? '';
    case 'progress':
      return happened.progress.join(' ');
    case 'reprompt':
      return happened.reprompt ?? '';
    case 'sent': {
      const [only, ...others] = happened.sent ?? [];
      return only !== undefined && others.length === 0 ? only : [...(happened.sent ?? [])];
    }
    case 'ends':
      return happened.isOver;
    case 'asked-back':
      return happened.askedBack;
  }
}
