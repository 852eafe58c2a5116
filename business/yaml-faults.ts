import type { YAMLParseError } from 'yaml';

type Code = YAMLParseError['code'];

const OTHERWISE = 'this is not YAML: mind the indentation, and put texts with ": " or " #" in quotes';

/** What a fault of YAML's means to somebody who does not know YAML, and what to do about it. */
const FAULTS: Partial<Record<Code, string>> = {
  DUPLICATE_KEY: 'this field stands above already: take one out',
  TAB_AS_INDENT: 'the line begins with a tab: begin it with spaces',
  BAD_INDENT: 'the line is not indented as those beside it: begin it as far in as they begin',
  BLOCK_AS_IMPLICIT_KEY: 'the text has a second ": " in it: put the whole text in quotes',
  MULTILINE_IMPLICIT_KEY: 'there is no ": " between the field and its text: write "name: text", with the space',
  MISSING_CHAR: 'a quotation mark or bracket is not closed, or a ":" or "-" is missing: write it',
  UNEXPECTED_TOKEN:
    'the text goes on behind its closing quotation mark: put all of it in one pair of quotes, "\\"" for those in it',
  BAD_ALIAS: 'the text begins with "&" or "*": put it in quotes',
  BAD_SCALAR_START: 'the text begins with a sign that means something in YAML: put it in quotes',
  MULTIPLE_DOCS: 'there are two documents in the file: take the line "---" out',
};

export function explainYaml({ code }: YAMLParseError): string {
  return FAULTS[code] ?? OTHERWISE;
}
