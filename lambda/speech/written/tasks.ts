import type { Stage } from './rules';
import type { Written } from './table';

const DONE = /^((?:\d{1,3}\. )?)(?:\[[xX✓✔]\]|[☑☒🗹])\s+(?=\S)/u;
const OPEN = /^((?:\d{1,3}\. )?)(?:\[ ?\]|[☐⬜])\s+(?=\S)/u;

/** The boxes of a list of tasks: "[x] Paid" is done. */
export function taskStage({ tasks }: Written): Stage {
  return (line) => line.replace(DONE, `$1${tasks.done}`).replace(OPEN, `$1${tasks.open}`);
}
