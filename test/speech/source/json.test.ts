import { BLANK, CHOICE } from '../../../lambda/speech/signals';
import { withoutData } from '../../../lambda/speech/source/json';

type Row = readonly [written: string, shown: string];

/** What is shown of each text: "▢" for what is left of data without a text, "•" before each choice. */
function expectShown(rows: readonly Row[]) {
  const shown = rows.map(([written]) => [written, withoutData(written).replaceAll(BLANK, '▢').replaceAll(CHOICE, '•')]);
  expect(shown).toEqual(rows);
}

function expectLeft(texts: readonly string[]) {
  expectShown(texts.map((text) => [text, text]));
}

/** A paragraph of its own, as the text of data is. */
const alone = (...texts: readonly string[]) => `\n\n${texts.join('\n\n')}\n\n`;

/** Data as the text of data, so many times. */
const within = (times: number, text: string): string =>
  times === 0 ? text : JSON.stringify({ text: within(times - 1, text) });

describe('the text of data', () => {
  test('stands under a key of one, in whatever language', () => {
    expectShown([
      ['{"text": "We open at nine."}', alone('We open at nine.')],
      ['{"antwort": "Wir öffnen um neun."}', alone('Wir öffnen um neun.')],
      ['{"réponse": "Nous ouvrons à neuf heures."}', alone('Nous ouvrons à neuf heures.')],
      ['{"respuesta": "Abrimos a las nueve."}', alone('Abrimos a las nueve.')],
      ['{"risposta": "Apriamo alle nove."}', alone('Apriamo alle nove.')],
      ['{"antwoord": "We gaan om negen open."}', alone('We gaan om negen open.')],
      ['{"resposta": "Abrimos às nove."}', alone('Abrimos às nove.')],
      ['{"回答": "九時に開きます。"}', alone('九時に開きます。')],
      ['{"उत्तर": "हम नौ बजे खुलते हैं।"}', alone('हम नौ बजे खुलते हैं।')],
      ['{"الجواب": "نفتح في التاسعة."}', alone('نفتح في التاسعة.')],
      ['{"Message": "We open at nine."}', alone('We open at nine.')],
      ['{"id": 7, "text": "We open at nine.", "ok": true}', alone('We open at nine.')],
      ['{"title": "Hours", "body": "We open at nine."}', alone('Hours', 'We open at nine.')],
      ["{'text': 'We open at nine.', 'ok': True, 'next': None}", alone('We open at nine.')],
      ['{"temperature": -1.5e3, "text": "Cold.", "a": undefined}', alone('Cold.')],
      ['{\n  "text" : "We open at nine."\n}', alone('We open at nine.')],
      ['[{"text": "One."}, {"text": "Two."}]', alone('One.', 'Two.')],
      ['[ [ { "text": "One." } ] ]', alone('One.')],
      ['{"text": ["One.", "Two."]}', alone('One.', 'Two.')],
      ['{"data": {"list": {"text": ["One.", "Two."]}}}', alone('One.', 'Two.')],
      ['{"messages": [{"content": "One."}], "meta": {"content": "Two."}}', alone('One.', 'Two.')],
    ]);
  });

  test('is written with escapes', () => {
    expectShown([
      ['{"text": "She said \\"yes\\"."}', alone('She said "yes".')],
      ['{"text": "One.\\nTwo."}', alone('One.\nTwo.')],
      ['{"text": "One.\nTwo."}', alone('One.\nTwo.')],
      ['{"text": "Caf\\u00e9 at \\u20ac 5."}', alone('Café at € 5.')],
      ["{'text': 'It\\'s \"open\" now.'}", alone('It\'s "open" now.')],
      ["{'text': 'It\\'s open.\\nCome.'}", alone("It's open.\nCome.")],
      ['{"text": "It is \\open\\n now."}', alone('It is open\n now.')],
      ['{"text": "C:\\\\temp is full."}', alone('C:\\temp is full.')],
      ["{'text': 'The \"Caf\\u00e9\" is open.'}", alone('The "Café" is open.')],
    ]);
  });

  test('stands within the key of one', () => {
    expectShown([
      ['{"text": {"value": "We open at nine."}}', alone('We open at nine.')],
      ['{"text": {"plain": "Open."}}', alone('Open.')],
      ['{"answer": {"en": "Open.", "de": "Offen."}}', alone('Open.')],
      ['{"answer": {"en-GB": "Open.", "de-DE": "Offen."}}', alone('Open.')],
      ['{"answer": {"en_us": "Open."}}', alone('Open.')],
      ['{"text": {"author": "Ann Lee", "value": "Open."}}', alone('Open.')],
      ['{"meta": {"value": "Version two"}, "text": "Open."}', alone('Open.')],
    ]);
  });

  test('is a sentence under a key that may hold a word for programs', () => {
    expectShown([
      ['{"payload": "We open at nine."}', alone('We open at nine.')],
      ['{"payload": "Come in now!"}', alone('Come in now!')],
      ['{"payload": "九時に開きます。"}', alone('九時に開きます。')],
      ['{"payload": "She said “come in!” "}', alone('She said “come in!” ')],
      ['{"payload": "One line.\\nSee you."}', alone('One line.\nSee you.')],
      ['{"payload": "BOOK_NOW"} Bye', '  Bye'],
      ['{"payload": "opening.hours."} Bye', '  Bye'],
      ['{"payload": "order a table"} Bye', '  Bye'],
      ['{"payload": "12 34."} Bye', '  Bye'],
      ['{"payload": "order. a table"} Bye', '  Bye'],
      ['{"note": "Call her at nine.", "text": "Open."}', alone('Open.')],
    ]);
  });

  test('is none where it is a word, a number or an address', () => {
    expectShown([
      ['{"text": "–"} Bye', '  Bye'],
      ['{"text": "9:00–17:00"}', alone('9:00–17:00')],
      ['{"text": "https://x.example/a"} Bye', '  Bye'],
      ['{"text": "http:x"} Bye', '  Bye'],
      ['{"text": "data:image/png;base64,AAAA"} Bye', '  Bye'],
      ['{"text": "order_status"} Bye', '  Bye'],
      ['{"text": "main-menu_2"} Bye', '  Bye'],
      ['{"text": "We use order_status here."}', alone('We use order_status here.')],
      ['{"text": "Read https://x.example/a first."}', alone('Read https://x.example/a first.')],
      ['{"text": "Order-Status"}', alone('Order-Status')],
      ['{"text": "e-mail us today"}', alone('e-mail us today')],
      ['{"text": "Reply by e-mail"}', alone('Reply by e-mail')],
      ['{"text": "sold out"}', alone('sold out')],
      ['{"name": "Ann"} Bye', '  Bye'],
    ]);
  });

  test('is the bot’s, not another’s', () => {
    expectShown([
      [
        '[{"role": "user", "content": "When do you open?"}, {"role": "assistant", "content": "We open at nine."}]',
        alone('We open at nine.'),
      ],
      ['[{"content": "When?", "role": "User"}, {"content": "At nine."}]', alone('At nine.')],
      ['[{"sender": "human", "text": "When?"}, {"sender": "bot", "text": "At nine."}]', alone('At nine.')],
      ['[{"role": "system", "content": "Be nice."}, {"role": "tool", "content": "9:00"}] Bye', '  Bye'],
      ['{"role": "power user", "text": "Welcome."}', alone('Welcome.')],
      ['{"role": "user group", "text": "Welcome."}', alone('Welcome.')],
      ['{"name": "user", "text": "Welcome."}', alone('Welcome.')],
      ['{"text": "First.", "log": {"role": "user", "content": "When?"}, "body": "Last."}', alone('First.', 'Last.')],
    ]);
  });

  test('tells of the days of hours', () => {
    expectShown([
      ['{"mon": "9–17", "tue": "9–12"}', alone('Mon: 9–17', 'Tue: 9–12')],
      ['{"Monday": "9–17", "Wednesday": "closed"}', alone('Monday: 9–17', 'Wednesday: closed')],
      ['{"sunday": "–", "saturday": "9–12"}', alone('Saturday: 9–12')],
      ['{"hours": {"thurs": "9–17", "thur": "9"}}', alone('Thurs: 9–17', 'Thur: 9')],
      ['{"money": "9", "lastmon": "9"} Bye', '  Bye'],
    ]);
  });

  test('comes in pieces', () => {
    expectShown([
      ['{"delta": {"content": "We open"}}{"delta": {"content": " at nine."}}', alone('We open at nine.')],
      [
        'data: {"delta": {"content": "We open"}}\n\ndata: {"delta": {"content": " at 9"}}\n\ndata: {"delta": {"content": "."}}\n\ndata: [DONE]',
        '\n\nWe open at 9.\n\n\n\n',
      ],
      [
        'event: message\nid: 1\ndata: {"text": "We open at nine."}\n\nevent: end\ndata: [DONE]\n',
        '\n\nWe open at nine.\n\n\n\nevent: end\n\n',
      ],
      ['{"chunk": {"text": "One. "}} and {"token": {"text": "two."}}', '\n\nOne. \n\n and \n\ntwo.\n\n'],
      ['{"delta": {"text": "We "}}{"delta": {"text": "open."}}', alone('We open.')],
      [
        '{"delta": [{"text": "We "}, {"text": "open"}]}{"delta": [{"text": " at "}, {"text": "nine."}]}',
        alone('We open at nine.'),
      ],
      ['data:{"text": "Open."}\n\ndata:[DONE]', '\n\nOpen.\n\n\n\n'],
      ['{"text": "Open."}\nIt ends with data: [DONE]', '\n\nOpen.\n\n\nIt ends with data: [DONE]'],
      ['{"text": "Open."}\ndata: [DONE] is the end', '\n\nOpen.\n\n\ndata: [DONE] is the end'],
      ['data: three files.\nThen {"text": "Open."}', 'data: three files.\nThen \n\nOpen.\n\n'],
    ]);
  });

  test('is data once more', () => {
    expectShown([
      ['{"text": "{\\"text\\": \\"We open at nine.\\"}"}', alone('\n\nWe open at nine.\n\n')],
      ['{"text": "[1, 2] are free."}', alone('[1, 2] are free.')],
      ['"{\\"text\\": \\"We open at nine.\\"}"', alone('We open at nine.')],
      [' "She said \\"yes\\" to us." ', 'She said "yes" to us.'],
      ['"text": "We open at nine.", "ok": true', alone('We open at nine.')],
      ['"id": 7, "text": "We open at nine."', alone('We open at nine.')],
      ['"id":7,"text":"We open at nine."', alone('We open at nine.')],
      ['"id": 127, "text": "We open at nine."', alone('We open at nine.')],
      ['{"text": "Say {\\"text\\": \\"Yes.\\"} to us."}', alone('Say {"text": "Yes."} to us.')],
      [within(3, 'Open.'), alone(alone(alone('Open.')))],
      [within(4, 'Open.'), alone(alone(alone('{"text":"Open."}')))],
    ]);
  });

  test('breaks off', () => {
    expectShown([
      ['{"text": "We open at ni', alone('We open at ni')],
      ["{'text': 'We open at ni", alone('We open at ni')],
      ['{"text": "We open at nine.", "na', alone('We open at nine.')],
      ['{"text": "We open at nine."', alone('We open at nine.')],
      ['{"text": "We open at nine.", and so on', `${alone('We open at nine.')}and so on`],
    ]);
  });
});

describe('choices', () => {
  test('are what is offered to pick from', () => {
    expectShown([
      [
        '{"text": "Which one?", "quick_replies": [{"title": "Red", "payload": "RED"}, {"title": "Blue"}]}',
        alone('Which one?', '•Red•Blue'),
      ],
      ['{"text": "Which one?", "buttons": ["Red", "Blue"]}', alone('Which one?', '•Red•Blue')],
      ['{"auswahl": [{"label": "Rot"}, {"label": "Blau"}], "text": "Welche?"}', alone('Welche?', '•Rot•Blau')],
      ['{"text": "Which?", "buttons": [{"type": "postback", "name": "Red"}]}', alone('Which?', '•Red')],
      ['{"text": "Which?", "buttons": [{"action": {"label": "Red", "id": "r"}}]}', alone('Which?', '•Red')],
      ['{"text": "Which?", "buttons": {"label": "Red"}}', alone('Which?', 'Red')],
      [
        '{"options": [{"label": "Red", "value": {"input": {"text": "red one"}}}, {"label": "Blue", "value": {"text": "b"}}]}',
        alone('•Red•Blue'),
      ],
      ['{"title": "Which?", "data": {"buttons": [{"title": "Red"}]}}', alone('Which?', '•Red')],
      [
        '{"text": "Which?", "buttons": [{"title": "check-in"}, {"name": "main-menu", "title": "Menu"}, "pick-up"]}',
        alone('Which?', '•check-in•Menu•pick-up'),
      ],
      ['{"text": "How was it?", "buttons": ["1", "2", "order_status"]}', alone('How was it?', '•1•2')],
      ['{"data": {"text": "Which?", "buttons": [{"title": "Red"}]}}', alone('Which?', '•Red')],
      ['{"text":"Which?","buttons":["Red",{"n":1,"title":"Blue"}]}', alone('Which?', '•Red•Blue')],
    ]);
  });
});

const LEAD =
  'Here is the record of the visit that you have booked with us this morning for the day after tomorrow at nine in the room on the second floor';
const EARLY = 'Thank you for your call. We are glad to hear from you again, and we wish you a good day.';

describe('around data', () => {
  test('words stay', () => {
    expectShown([
      ['Hello. {"text": "We open at nine."} Bye.', 'Hello. \n\nWe open at nine.\n\n Bye.'],
      ['Hello. {"text": "One."} and {"text": "Two."}', 'Hello. \n\nOne.\n\n and \n\nTwo.\n\n'],
      ['```json\n{"text": "We open at nine."}\n```\nBye.', '\n\nWe open at nine.\n\n\nBye.'],
      ['Hello. ```\n{"text": "Open."}```', 'Hello. \n\nOpen.\n\n'],
      ['```{"text": "Open."}```', alone('Open.')],
      ['```sh\nls\n```\n{"text": "Open."}', '```sh\nls\n```\n\n\nOpen.\n\n'],
      ['```sh\nls\n```\n{"id": 7}\nBye', '```sh\nls\n```\n \nBye'],
      ['```json\n{"text": "Open."}', alone('Open.')],
      ['```\n{"text": "Open."} // sent\n```', '\n\nOpen.\n\n // sent\n```'],
    ]);
  });

  test('code without a text is left', () => {
    expectLeft([
      'Send this:\n```json\n{"name": "Ann"}\n```\nand wait.',
      'Send `{"name": "Ann"}` to us.',
      'The set {1, 2} and the list [1, 2] are here.',
      'He said {"yes"} and ["no"].',
      'Ask for "text": that is all.',
      '"Yes": he said, "no": she said.',
      '"We open at nine."',
      'Note "{\\"text\\": \\"Open.\\"}"',
      '"She said \\"yes\\" to us." was his answer.',
      'He said "yes" to {us}.',
    ]);
  });

  test('what leads to data without a text goes', () => {
    expectShown([
      ['Done. Here is the record: {"id": 7, "name": "Ann"}', 'Done. '],
      ['Here is the record: {"id": 7, "name": "Ann"} Anything else?', '  Anything else?'],
      ['Result: {"id": 7} Anything else?', '  Anything else?'],
      ['Here is the record: {"id": 7}', 'Here is the record. '],
      ['Booked! {"id": 7}', 'Booked!  '],
      ['Your record, {"id": 7}, is new.', 'Your record, ▢, is new.'],
      ['I have ({"id": 7}) booked.', 'I have (▢) booked.'],
      ['Result: {"id": 7}', ' '],
      ['Done.\n  Booking_data:{"id": 7}', 'Done.\n '],
      ['Hours: nine to five. {"id": 7}', 'Hours: nine to five.  '],
      ['Run ```ls``` first. {"id": 7}', 'Run ```ls``` first.  '],
      ['Here is the record:{"id": 7} Anything else?', '  Anything else?'],
      ['Here is the record:{"id": 7}', 'Here is the record. '],
      ['Here is: the record: {"id": 7}', 'Here is: the record. '],
      ['Here is the record: {"id": 7} 👍', 'Here is the record.  👍'],
      ['My note is: all is well. {"id": 7} Bye', 'My note is: all is well.   Bye'],
      ['Booked! {"id": 7}. Bye', 'Booked!   Bye'],
      ['Booked! {"id": 7} ; Bye', 'Booked!   Bye'],
      ['{"text": "Open."} Here is the record: {"id": 7}', '\n\nOpen.\n\n '],
      ['{"id": 7} Here is the record: {"id": 8}', '  Here is the record. '],
      [`${LEAD}: {"id": 7} Anything else?`, '  Anything else?'],
      [`${EARLY}\n${LEAD}: {"id": 7} Anything else?`, `${EARLY}\n  Anything else?`],
    ]);
  });
});
