import { Parser } from 'htmlparser2';

/** Tags at whose edges a listener hears a gap: the words on both sides are not one word. */
const GAPS = new Set(['speak', 'p', 's', 'break', 'audio']);

export type OutputSpeech =
  | { readonly type: 'SSML'; readonly ssml: string }
  | { readonly type: 'PlainText'; readonly text: string };

/** What is heard of an `outputSpeech`, as plain text: tags are gone, a `<sub>` is heard as its alias, a sound as "♪". */
export function heardSpeech(outputSpeech: OutputSpeech | undefined): string {
  if (!outputSpeech) return '';
  const text = outputSpeech.type === 'SSML' ? spokenText(outputSpeech.ssml) : outputSpeech.text;
  return text.replace(/\s+/g, ' ').trim();
}

function spokenText(ssml: string): string {
  let text = '';
  let aliased = false;
  const parser = new Parser(
    {
      onopentag(name, { alias }) {
        if (GAPS.has(name)) text += ' ';
        if (name === 'audio') text += '♪ ';
        if (name !== 'sub') return;
        text += alias ?? '';
        aliased = true;
      },
      ontext(data) {
        if (!aliased) text += data;
      },
      onclosetag(name) {
        if (GAPS.has(name)) text += ' ';
        if (name === 'sub') aliased = false;
      },
    },
    { xmlMode: true },
  );
  parser.end(ssml);
  return text;
}
