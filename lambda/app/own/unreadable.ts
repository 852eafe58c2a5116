import { AloudError } from '../../errors';

/** What is said of the file of a bot of one's own that cannot be used. @param what the end of a sentence that begins with the file */
export function unreadable(file: string, what: string): AloudError {
  return new AloudError('ALOUD_BOT_UNREADABLE', `ALOUD_PLATFORM ${file}: ${what}`);
}
