/** What a fence calls text that is no code. */
const TEXT = /^\s*(?:te?xt|plain(?:text)?|markdown|md|none)?\s*$/i;
const LANGUAGE = /^\s*[\w+#.-]+\s*$/;
/** Lines that nobody writes but for a machine. */
const CODE_LINE =
  /[{}]$|(?<!&[#\w]{1,8});$|^[{}]|^\s*(?:\$ (?=[a-z./~])|#!|\/\/|(?:npm|npx|yarn|pip3?|sudo|curl|wget|git|docker|cd|ls|apt(?:-get)?|brew|import|from \w+ import|const|let|var|def|class|return|public|private|function|SELECT|INSERT|UPDATE|DELETE|echo|export)\b).*[^.!?]$|=>|\w\(\)|^\s*[\w.]+\s*=\s*\S/;

/** What a browser sends, or is sent. */
const HTTP = /^\s*(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD) \/\S*|HTTP\/\d)/;
const COMMAND =
  '(?:npm|npx|yarn|pnpm) (?:i|install|add|run|ci|create)|pip3? install|sudo|curl|wget|git (?:clone|pull|push|commit|checkout|add)|docker|brew install|apt(?:-get)? install|ssh|chmod|mkdir|kubectl|python3? -|node -';
/** A line that is code wherever it stands: a command, a statement of a known language, a tag with attributes. */
const BARE = new RegExp(
  `^\\s*(?:\\$ )?(?:${COMMAND}) \\S.*[^.!?]$|^\\s*(?:SELECT\\b.+\\bFROM|INSERT INTO|UPDATE \\w+ SET|DELETE FROM)\\b|^\\s*(?:import [\\w.{}*, ]+ from ["'][^"']+["'](?:;.*| with .*)?|import [\\w.]+;|from [\\w.]+ import \\w.*)$|^ {4}import \\w[\\w.]*(?: as \\w+)?$|^\\s*(?:const|let|var) \\w+ ?=|^\\s*(?:def|function|async function) \\w+\\(|^\\s*(?:public|private) \\w+ \\w+\\(|^\\s*(?:\\w+(?:\\.\\w+)+\\([^()]*(?:\\([^()]*\\))?[^()]*\\);?|\\w+\\([^()]*\\);|\\w+\\([^()]*\\w\\([^()]*\\)[^()]*\\))$|^\\s*[\\w.]+ ?= ?[\\w.]+\\(.*\\);?$|^\\s*(?:if|for|while) \\(.+\\) ?\\{|^#!/`,
);
/** Within a sentence: a command with what it is given, an option, brackets around what are no words. */
const SPAN = new RegExp(
  `^(?:\\$ )?(?:${COMMAND}) \\S|\\s--?[a-zA-Z][\\w-]*(?:[ =]|$)|\\{[^{}]*[":=(][^{}]*\\}|=>|&&|==|(?<!&[#\\w]{1,8});$|\\w\\([^()]*["',=][^()]*\\)|^(?:SELECT\\b.+\\bFROM|INSERT INTO|UPDATE \\w+ SET|DELETE FROM)\\b`,
);

/** A longer line is a paragraph. */
const LONGEST_LINE = 1000;
const TAG = /<\w+\s+[\w-]+=|<\w[^<>]*>\s*<\/\w/;
const TAGS = /<[^<>]*>/g;
/** As much of it as tells. */
const LONGEST_SPAN = 500;

/** Whether what stands in backticks within a sentence is code, rather than a name that is to be said. */
export function isCodeSpan(content: string): boolean {
  const span = content.trim().slice(0, LONGEST_SPAN);
  // Between tags there may be words.
  if (TAG.test(span)) return !/[\p{L}\p{N}]/u.test(span.replace(TAGS, ''));
  return SPAN.test(span);
}

/** Whether a line outside a fence can be nothing but code. */
export function isBareCode(line: string): boolean {
  return line.length < LONGEST_LINE && BARE.test(line.trimEnd());
}

/** Whether a block that its author has fenced off holds code, rather than words in an even pitch. */
export function isCode(content: string, info: string): boolean {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return false;
  if (!TEXT.test(info) && LANGUAGE.test(info)) return true;
  if (HTTP.test(lines[0] ?? '')) return true;
  return lines.every((line) => CODE_LINE.test(line.trimEnd()));
}
