import type { AloudError } from '../../lambda/errors';

/** What is wrong with settings, line by line; none where they are right. */
export function linesOf(load: () => unknown): readonly string[] {
  try {
    load();
    return [];
  } catch (error) {
    expect(error).toMatchObject({ code: 'ALOUD_CONFIG_INVALID' });
    return (error as AloudError).message.split('\n');
  }
}
