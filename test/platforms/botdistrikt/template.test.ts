import fc from 'fast-check';
import { CHOICE_FIELDS, MESSAGE_FIELDS, parseTemplate } from '../../../lambda/platforms/botdistrikt/message';
import { anyCharacter } from '../../support/any-character';

describe('parseTemplate', () => {
  function fill(json: string, values: { words?: unknown; title: unknown; payload: unknown }) {
    const template = parseTemplate(json, CHOICE_FIELDS);
    if (typeof template === 'string') throw new Error(template);
    return template({ words: values.title, ...values });
  }

  it('puts values into strings, however deep', () => {
    expect(
      fill('{"type":"event","data":{"list":["{{title}} ({{payload}})", 7, null]}}', { title: 'Tea', payload: 'T' }),
    ).toEqual({ type: 'event', data: { list: ['Tea (T)', 7, null] } });
  });

  it('hands on a whole value as it is, and writes it out within a text', () => {
    const payload = { id: 7, next: ['a'] };
    expect(fill('{"p":"{{payload}}","t":"={{payload}}"}', { title: 'x', payload })).toEqual({
      p: payload,
      t: '={"id":7,"next":["a"]}',
    });
  });

  it('lets nothing that is said change the form of the message', () => {
    const hostile = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.constantFrom('"}', '","admin":true,"x":"', '{{title}}', '{{text}}', '$&$1$`', '\\', '\u0000', '\ud800'),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const template = parseTemplate('{"text":"{{text}}","also":"<{{text}}>"}', MESSAGE_FIELDS);
        if (typeof template === 'string') throw new Error(template);
        expect(template({ text })).toEqual({ text, also: `<${text}>` });
      }),
    );
  });

  it.each([
    ['{"text"', 'must be JSON'],
    ['["{{text}}"]', 'must be a JSON object'],
    ['"{{text}}"', 'must be a JSON object'],
    ['{"text":"{{txt}}"}', 'has no value for {{txt}}: it may use {{text}}'],
    ['{"text":"hello"}', 'must use {{text}}'],
    ['{"{{text}}":"hello"}', 'must use {{text}}'],
  ])('says what is wrong with %s', (json, problem) => {
    expect(parseTemplate(json, MESSAGE_FIELDS)).toBe(problem);
  });
});
