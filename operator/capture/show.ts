import type { Captured, CapturedBody } from '../../lambda/capture/entry';
import type { Screen } from '../screen';
import { nameIds } from './placeholders';

/** What was kept, call by call: what came, what was read of it, and what nobody looked at. */
export function show(captured: readonly Captured[], { style }: Pick<Screen, 'style'>): string {
  const named = nameIds(captured);
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(named(value)));

  function body(title: string, { form, value, read, unread, cut }: CapturedBody): string[] {
    if (cut) return [line(title, `${value}, too long to be kept`)];
    const shown = form === 'text' ? String(named(value)) : text(value);
    return [
      line(title, shown),
      ...(read ? [line('read', listed(read))] : []),
      ...(unread && unread.length > 0 ? [line('not read', style('yellow', listed(unread)))] : []),
    ];
  }

  const listed = (paths: readonly string[]) =>
    paths.length === 0 ? 'nothing' : paths.map((path) => String(named(path))).join(', ');

  const blocks = captured.map((one, at) => {
    const time = new Date(one.at).toISOString().slice(11, 19);
    if (one.kind === 'call') {
      const status = one.status === undefined ? 'no answer' : `HTTP ${one.status}`;
      return [
        style('bold', `${at + 1}. ${time} call ${one.platform} ${one.operation}: ${one.outcome}, ${status}`),
        line('to', `${one.method} ${named(one.path)}`),
        ...(one.sent ? body('sent', one.sent) : []),
        ...(one.answered ? body('answered', one.answered) : []),
      ];
    }
    return [
      style('bold', `${at + 1}. ${time} webhook ${one.platform}: ${one.told.join('; ') || 'nothing for a user'}`),
      ...(one.query === '' ? [] : [line('query', String(named(one.query)))]),
      ...Object.entries(one.headers).map(([name, value]) => line('header', `${name}: ${named(value)}`)),
      ...(one.sent ? body('came', one.sent) : []),
    ];
  });
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

function line(title: string, text: string): string {
  return `   ${title.padEnd(8)} ${text}`;
}
