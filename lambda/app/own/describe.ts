import { readFileSync } from 'node:fs';
import { explain, type FileKind } from '../../../business/explain';
import { toLine } from '../../../business/problem';
import { readYaml } from '../../../business/read-yaml';
import { AloudError } from '../../errors';
import { DESCRIPTION, type Description } from '../../platforms/plain/description';

const FIELDS = [
  ...['title', 'request', 'reply', 'opening', 'webhook', 'errors', 'limits', 'url', 'method', 'headers', 'body'],
  ...['messages', 'text', 'choices', 'media', 'cards', 'conversation', 'list', 'value', 'image', 'user', 'id', 'time'],
  ...[
    'agent',
    'header',
    'name',
    'failed',
    'gone',
    'busy',
    'at',
    'is',
    'not',
    'begins',
    'messagesPerMinute',
    'oneAtATime',
  ],
];
const KIND: FileKind = { what: 'a description of a bot', page: 'docs/own-bot.md', fields: () => FIELDS };

/**
 * Reads the description of a bot that is one HTTP call.
 *
 * @throws AloudError ALOUD_BOT_UNREADABLE with a line for each thing that is wrong with it, such as `./my-bot.yaml:3: request.url: …`
 */
export function readDescription(path: string, file: string): Description {
  const read = readYaml(readFileSync(path, 'utf8'), DESCRIPTION, (issue) => explain(issue, KIND));
  const problems = 'problems' in read ? read.problems : read.warnings;
  if ('problems' in read || problems.length > 0) {
    const lines = problems.map((problem) => `ALOUD_PLATFORM ${toLine(file, problem)}`);
    throw new AloudError('ALOUD_BOT_UNREADABLE', lines.join('\n'));
  }
  return read.value;
}
