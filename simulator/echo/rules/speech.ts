import { Parser } from 'htmlparser2';
import { check } from 'ssml-check-core';
import type { Rule } from './rule';
import type { CheckedSpeech } from './shape';

/** Characters of an `outputSpeech`, tags included. */
const MAX_SPEECH = 8000;

/** What is spoken, and the reprompt: short enough, and SSML that Alexa can speak. */
export const speechRule: Rule = async ({ outputSpeech, reprompt }, { envelope }) => {
  const { requestId } = envelope.request;
  const locale = 'locale' in envelope.request ? envelope.request.locale : undefined;
  for (const speech of [outputSpeech, reprompt?.outputSpeech]) {
    if (!speech) continue;
    const { length } = speech.type === 'SSML' ? speech.ssml : speech.text;
    if (length > MAX_SPEECH) {
      return `Speech with id ${requestId} and length ${length} exceeds allowed size of ${MAX_SPEECH} characters`;
    }
    const fault = await ssmlFault(speech, locale);
    if (fault) {
      return `Invalid SSML Output Speech for requestId ${requestId}. Error: Fatal error occurred when processing SSML content. ${fault}`;
    }
  }
  return undefined;
};

/** What is wrong with an SSML text; `undefined` where Alexa can speak it. */
export async function ssmlFault(speech: CheckedSpeech, locale = 'en-US'): Promise<string | undefined> {
  if (speech.type !== 'SSML') return undefined;
  const [error] = (await check(speech.ssml, { platform: 'amazon', locale })) ?? [];
  if (error) return [error.type, error.tag, error.attribute, error.value].filter(Boolean).join(' ');
  return xmlFault(speech.ssml) ?? structureFault(speech.ssml);
}

/** What `ssml-check-core` lets through although no XML 1.0 parser does. */
function xmlFault(ssml: string): string | undefined {
  // The `u` flag makes a surrogate without its partner match as a character of its own.
  const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.exec(ssml);
  if (illegal) return `Illegal character U+${illegal[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
  const entity = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)\S{0,10}/i.exec(ssml);
  return entity ? `Undeclared entity ${entity[0]}` : undefined;
}

/** What is well-formed, but not how SSML may be built. */
function structureFault(ssml: string): string | undefined {
  const open: string[] = [];
  let fault: string | undefined;
  const parser = new Parser(
    {
      onopentag(name, { src }) {
        if (['speak', 'p', 's'].includes(name) && open.includes(name)) fault ??= `<${name}> inside <${name}>`;
        if (name === 'audio' && !/^(?:https|soundbank):\/\//.test(src ?? '')) fault ??= `<audio src="${src}">`;
        open.push(name);
      },
      onclosetag() {
        open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(ssml);
  return fault;
}
