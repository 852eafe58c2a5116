import { DESCRIPTION } from '../../../lambda/platforms/plain/description';
import { failureIn } from '../../../lambda/platforms/plain/failed';

/** Whether an answer is an error to a bot of such a description. */
function fails(failed: unknown, answer: unknown): boolean {
  const { errors } = DESCRIPTION.parse({
    title: 'Bot',
    request: { url: 'https://a.example' },
    reply: {},
    errors: { failed },
  });
  return failureIn(answer, errors.failed) !== undefined;
}

test.each([
  ['error', { error: 'words' }, true],
  ['error', { error: { code: 7 } }, true],
  ['error', { error: '' }, false],
  ['error', { error: false }, false],
  ['error', {}, false],
  [{ at: 'status', is: 'error' }, { status: 'error' }, true],
  [{ at: 'status', is: ['error', 'failed'] }, { status: 'failed' }, true],
  [{ at: 'status', is: 'error' }, { status: 'ok' }, false],
  [{ at: 'status', is: 'error' }, {}, false],
  [{ at: 'ok', is: false }, { ok: false }, true],
  [{ at: 'code', is: 7 }, { code: 7 }, true],
  [{ at: 'status', not: ['ok', 'done'] }, { status: 'done' }, false],
  [{ at: 'status', not: 'ok' }, { status: 'oh no' }, true],
  [{ at: 'status', not: 'ok' }, {}, true],
  [{ at: 'reply', begins: 'ERR:' }, { reply: 'ERR: none' }, true],
  [{ at: 'reply', begins: 'ERR:' }, { reply: 'no ERR:' }, false],
  [['error', { at: 'status', not: 'ok' }], { status: 'ok' }, false],
  [['error', { at: 'status', not: 'ok' }], { status: 'ok', error: 'words' }, true],
])('errors.failed: %j, %j: %s', (failed, answer, isError) => {
  expect(fails(failed, answer)).toBe(isError);
});
