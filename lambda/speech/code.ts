/** What a fence calls text that is no code. */
const TEXT = /^\s*(?:te?xt|plain(?:text)?|markdown|md|none)?\s*$/i;
const LANGUAGE = /^\s*[\w+#.-]+\s*$/;
/** Lines that nobody writes but for a machine. */
const CODE_LINE =
  /[{}]$|(?<!&[#\w]{1,8});$|^[{}]|^\s*(?:\$|#!|\/\/|npm|npx|yarn|pip3?|sudo|curl|wget|git|docker|cd|ls|apt(?:-get)?|brew|import|from \w+ import|const|let|var|def|class|return|public|private|function|SELECT|INSERT|UPDATE|DELETE|echo|export)\b.*[^.!?]$|=>|\w\(\)|^\s*[\w.]+\s*=\s*\S/;

/** Whether a block that its author has fenced off holds code, rather than words in an even pitch. */
export function isCode(content: string, info: string): boolean {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return false;
  if (!TEXT.test(info) && LANGUAGE.test(info)) return true;
  return lines.every((line) => CODE_LINE.test(line.trimEnd()));
}
