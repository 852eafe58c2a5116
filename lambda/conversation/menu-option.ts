/** An option of a menu that a bot has written into its text. */
export interface MenuOption {
  readonly label: string;
  /** What the bot asks to be told for it: "1". */
  readonly reply: string;
  /** Another name of it: what it is for, where the text says so ("to give it up"); or yes, of "Y". */
  readonly synonym?: string;
}

const LONGEST_LABEL = 60;
const MOST_WORDS = 8;

/** An entry of a text without its markup: its first line, without marks at its end. */
export function tidy(text: string): string | undefined {
  const [line = ''] = text.split('\n');
  const label = line.replace(/[\s.,;:!]+$/u, '').trimStart();
  return label !== '' && label.length <= LONGEST_LABEL && label.split(/\s+/).length <= MOST_WORDS ? label : undefined;
}
