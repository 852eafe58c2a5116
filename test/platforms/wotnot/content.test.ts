import type { JsonObject } from '../../../lambda/platforms/shared/json';
import { readContent } from '../../../lambda/platforms/wotnot/reply';

const EMPTY = { choices: [], media: [], cards: [] };
const URL = 'https://x.example/a';

describe('a text', () => {
  it.each<[JsonObject, string]>([
    [{ type: 'text', text: '<p>Hi &amp; <b>welcome</b></p>' }, '<p>Hi &amp; <b>welcome</b></p>'],
    [{ type: 'text', data: { body: 'Hi' } }, 'Hi'],
    [{ type: 'text', payload: { title: 'Hi' } }, 'Hi'],
    [{ type: 'text', payload: { body: 'Hi' } }, 'Hi'],
    [{ type: 'text', text: { body: 'Hi' } }, 'Hi'],
    [{ type: 'text', text: '', payload: { text: 'Hi' } }, 'Hi'],
    [{ type: 'text', text: 42 }, '42'],
    [{ text: 'Hi' }, 'Hi'],
    [{ type: 7, text: 'Hi' }, 'Hi'],
    [{ type: 'text', payload: { title: 'Opening hours', text: 'Nine to five' } }, 'Opening hours\n\nNine to five'],
    [{ type: 'text', payload: { title: 'Hi', text: 'Hi' } }, 'Hi'],
    [{ type: 'text', text: '<p>Hi</p>', payload: { title: 'Hi' } }, '<p>Hi</p>'],
  ])('%j', (message, text) => {
    expect(readContent(message)).toEqual({ ...EMPTY, text });
  });

  it.each([
    {},
    { type: 'text' },
    { type: 'text', text: ' \n' },
    { type: 'text', text: null, payload: [] },
    { type: 'button.response', data: { body: 'Yes' } },
    { type: 'form.response', text: 'Ann' },
    { type: 'appointment_booking.response', data: { body: 'Monday' } },
    { type: 'javascript.response', data: { variables: {} } },
  ])('%j says nothing', (message) => {
    expect(readContent(message)).toBeUndefined();
  });
});

describe('buttons', () => {
  const tea = { title: 'Tea', type: 'branch', callback: 'c1', next_dialog: 'd1', key: 'k1' };

  it.each(['button', 'buttons', 'multi_button', 'reply_buttons', 'options', 'text', 'anything'])('of a %s', (type) => {
    const content = readContent({ type, payload: { title: 'Pick one', buttons: [tea, { title: 'Milk' }, 'Water'] } });
    expect(content).toMatchObject({ text: 'Pick one' });
    expect(content?.choices.map(({ label }) => label)).toEqual(['Tea', 'Milk', 'Water']);
    expect(content?.choices[0]?.option).toMatchObject(tea);
  });

  it("keep the vendor's own data", () => {
    const [choice] = readContent({ type: 'button', payload: { title: 'Pick', buttons: [tea] } })?.choices ?? [];
    expect(choice).toEqual({ label: 'Tea', option: tea });
  });

  it('are also called what their data say in words', () => {
    const buttons = [
      { title: 'Of course', value: 'yes_please' },
      { title: 'Balance', payload: 'checkBalance' },
      { title: 'Tea', value: 'TEA', payload: 'tea' },
      { title: 'Milk', value: 'b2f8', payload: '{"id":"milk"}' },
      { title: 'Water', value: 'https://x.example/water', payload: 'opt_3' },
    ];
    const content = readContent({ type: 'list', payload: { title: 'Pick', items: buttons } });
    expect(content?.choices.map(({ label, synonyms }) => [label, synonyms])).toEqual([
      ['Of course', ['yes please']],
      ['Balance', ['check balance']],
      ['Tea', undefined],
      ['Milk', undefined],
    ]);
  });

  it('have of the question what they do not have themselves', () => {
    const payload = {
      title: 'Pick',
      callback: 'c',
      next_dialog: 'd',
      key: 'k',
      buttons: [{ title: 'Tea', key: 'k1', callback: null }, 'Milk'],
    };
    expect(readContent({ type: 'button', payload })?.choices).toEqual([
      { label: 'Tea', option: { title: 'Tea', key: 'k1', callback: 'c', next_dialog: 'd' } },
      { label: 'Milk', option: { callback: 'c', next_dialog: 'd', key: 'k' } },
    ]);
  });

  it('have their positions where several may be picked', () => {
    const choices = readContent({ type: 'multi-button', payload: { title: 'Pick', buttons: [tea, 'Milk'] } })?.choices;
    expect(choices).toEqual([
      { label: 'Tea', option: { ...tea, selected_button_index: [0] }, several: true },
      { label: 'Milk', option: { selected_button_index: [1] }, several: true },
    ]);
  });

  it('that open something are links', () => {
    const content = readContent({
      type: 'button',
      payload: {
        title: 'More',
        buttons: [
          { title: 'Site', type: 'url', url: 'https://x.example/?a=1&b=2' },
          { title: 'Also a site', type: 'web_url', value: 'https://y.example' },
          { title: 'Untyped', link: 'https://z.example' },
          { title: 'Mail', type: 'url', url: 'mailto:a@x.example' },
          { title: 'Write', type: 'email', value: 'b@x.example' },
          { title: 'Call', type: 'url', url: 'tel:+15550100' },
          { title: 'Dial', type: 'phone_number', payload: '+1 (555) 0100' },
          { title: 'Broken', type: 'url', url: 'javascript:alert(1)' },
          tea,
          { title: 'Empty', type: 'branch', url: '', key: 'k' },
        ],
      },
    });
    expect(content?.media).toEqual([
      { kind: 'link', url: 'https://x.example/?a=1&b=2', title: 'Site' },
      { kind: 'link', url: 'https://y.example', title: 'Also a site' },
      { kind: 'link', url: 'https://z.example', title: 'Untyped' },
      { kind: 'link', url: 'mailto:a@x.example', title: 'Mail' },
      { kind: 'link', url: 'mailto:b@x.example', title: 'Write' },
      { kind: 'link', url: 'tel:+15550100', title: 'Call' },
      { kind: 'link', url: 'tel:+15550100', title: 'Dial' },
      { kind: 'link', title: 'Broken' },
    ]);
    expect(content?.choices.map(({ label }) => label)).toEqual(['Tea', 'Empty']);
  });

  it('without a label are left out', () => {
    const buttons = [null, 7, '', {}, { key: 'k' }, [], 'Tea'];
    expect(readContent({ type: 'button', payload: { buttons } })?.choices.map(({ label }) => label)).toEqual([
      '7',
      'Tea',
    ]);
  });
});

describe('a list', () => {
  const rows = [
    { id: 'r1', title: 'Tea', description: 'Green' },
    { id: 'r2', title: 'Milk' },
  ];
  const expected = {
    ...EMPTY,
    text: 'Menu\n\nPick one',
    choices: rows.map((row) => ({ label: row.title, option: row })),
  };

  it.each<JsonObject>([
    {
      type: 'list',
      payload: {
        title: 'Menu',
        body: 'Pick one',
        sections: [{ title: 'Hot', rows: rows.slice(0, 1) }, { rows: rows.slice(1) }],
      },
    },
    { type: 'list', payload: { title: 'Menu', body: 'Pick one', items: rows } },
    { type: 'list_message', list: { header: 'Menu', body: 'Pick one', options: rows } },
  ])('%j', (message) => {
    expect(readContent(message)).toEqual(expected);
  });
});

describe('media', () => {
  it.each<[JsonObject, object]>([
    [
      { type: 'image', payload: { url: URL } },
      { kind: 'image', url: URL },
    ],
    [
      { type: 'image', url: URL, title: 'Map' },
      { kind: 'image', url: URL, title: 'Map' },
    ],
    [
      { type: 'image', image: URL },
      { kind: 'image', url: URL },
    ],
    [
      { type: 'image', image: { link: URL } },
      { kind: 'image', url: URL },
    ],
    [
      { type: 'image', text: URL },
      { kind: 'image', url: URL },
    ],
    [
      { type: 'image', data: { body: URL } },
      { kind: 'image', url: URL },
    ],
    [
      { type: 'image', payload: [{ url: URL, title: 'Map' }] },
      { kind: 'image', url: URL },
    ],
    [
      { type: 'gif', payload: { media_url: URL } },
      { kind: 'image', url: URL },
    ],
    [
      { type: 'audio', payload: { audio_url: URL } },
      { kind: 'audio', url: URL },
    ],
    [
      { type: 'voice', data: { src: URL } },
      { kind: 'audio', url: URL },
    ],
    [
      { type: 'video', payload: { video: { url: URL } } },
      { kind: 'video', url: URL },
    ],
    [
      { type: 'document', payload: { file_url: URL, filename: 'a.pdf' } },
      { kind: 'file', url: URL, title: 'a.pdf' },
    ],
    [
      { type: 'file', data: { files: [{ link: URL, filename: 'a.pdf' }] } },
      { kind: 'file', url: URL },
    ],
    [
      { type: 'location', payload: { latitude: 44.5, longitude: '-73.25', title: 'Here' } },
      { kind: 'location', url: 'geo:44.5,-73.25', title: 'Here' },
    ],
    [
      { type: 'location', payload: { address: 'Main Street 5' } },
      { kind: 'location', title: 'Main Street 5' },
    ],
    [
      { type: 'location', location: { name: 'Here' } },
      { kind: 'location', title: 'Here' },
    ],
    [{ type: 'image' }, { kind: 'image' }],
    [{ type: 'image', payload: { url: 'javascript:alert(1)' } }, { kind: 'image' }],
  ])('%j', (message, medium) => {
    expect(readContent(message)).toEqual({ ...EMPTY, media: [expect.objectContaining(medium)] });
  });

  it('may have a caption, and buttons', () => {
    expect(readContent({ type: 'image', payload: { url: URL, caption: 'The map', buttons: ['Go on'] } })).toEqual({
      ...EMPTY,
      text: 'The map',
      choices: [{ label: 'Go on' }],
      media: [{ kind: 'image', url: URL }],
    });
  });

  it('may be several', () => {
    const images = [{ url: `${URL}/1`, title: 'One' }, `${URL}/2`, { url: `${URL}/1` }, null];
    expect(readContent({ type: 'image_gallery', payload: { images } })?.media).toEqual([
      { kind: 'image', url: `${URL}/1`, title: 'One' },
      { kind: 'image', url: `${URL}/2` },
    ]);
  });
});

describe('a carousel', () => {
  const slide = { title: 'Dr. Finch', description: 'Dentist', image_url: URL, buttons: [{ title: 'Book', key: 'k' }] };
  const card = {
    title: 'Dr. Finch',
    text: 'Dentist',
    imageUrl: URL,
    choices: [{ label: 'Book', option: { title: 'Book', key: 'k' } }],
  };

  it.each<JsonObject>([
    { type: 'carousel', payload: { title: 'The team', cards: [slide] } },
    { type: 'carousel', payload: { title: 'The team', elements: [slide] } },
    { type: 'carousel', payload: { title: 'The team', slides: [slide] } },
    { type: 'image_carousel', text: 'The team', payload: [slide] },
    { type: 'carousel', data: { body: 'The team', items: [{ ...slide, image_url: undefined, image: { url: URL } }] } },
  ])('%j', (message) => {
    expect(readContent(message)).toEqual({ ...EMPTY, text: 'The team', cards: [card] });
  });

  it('hands its links to the message, and may have buttons below', () => {
    const cards = [{ title: 'A', buttons: [{ title: 'More', type: 'url', url: URL }] }, {}, null, { buttons: [] }];
    expect(readContent({ type: 'carousel', payload: { cards, buttons: ['None of them'] } })).toEqual({
      ...EMPTY,
      choices: [{ label: 'None of them' }],
      media: [{ kind: 'link', url: URL, title: 'More' }],
      cards: [{ title: 'A', choices: [] }],
    });
  });
});

describe('an input request', () => {
  it.each<[JsonObject, object]>([
    [
      { type: 'slider', payload: { title: 'How old?', min: 0, max: 120, step: 1, callback: 'cb' } },
      { text: 'How old?', inputRequest: { kind: 'number', min: 0, max: 120, option: { callback: 'cb' } } },
    ],
    [
      { type: 'slider', text: 'How old?', data: { min_value: '1', max_value: '10.5', callback: null } },
      { text: 'How old?', inputRequest: { kind: 'number', min: 1, max: 10.5 } },
    ],
    [
      { type: 'rating', payload: { title: 'And?' } },
      { text: 'And?', inputRequest: { kind: 'number' } },
    ],
    [
      { type: 'form', payload: { title: 'You', fields: [{ label: 'Name' }, { title: 'E-mail' }, 'Age', {}, 7] } },
      { text: 'You', inputRequest: { kind: 'form', fields: ['Name', 'E-mail', 'Age', '7'] } },
    ],
    [
      { type: 'form', form: { title: 'You', questions: [] } },
      { text: 'You', inputRequest: { kind: 'form' } },
    ],
    [
      { type: 'calendar', payload: { title: 'When?' } },
      { text: 'When?', inputRequest: { kind: 'date' } },
    ],
    [
      { type: 'calendly', payload: { title: 'When?', calendly_url: URL } },
      { text: 'When?', inputRequest: { kind: 'date' }, media: [{ kind: 'link', url: URL }] },
    ],
    [
      { type: 'appointment_booking', data: { body: 'When?', url: URL } },
      { text: 'When?', inputRequest: { kind: 'date' }, media: [{ kind: 'link', url: URL }] },
    ],
    [
      { type: 'file_upload', payload: { title: 'A photo?' } },
      { text: 'A photo?', inputRequest: { kind: 'file' } },
    ],
    [
      { type: 'fileUpload', text: 'A photo?' },
      { text: 'A photo?', inputRequest: { kind: 'file' } },
    ],
  ])('%j', (message, expected) => {
    expect(readContent(message)).toEqual({ ...EMPTY, ...expected });
  });

  it.each<JsonObject>([
    { type: 'javascript', text: 'alert(document.cookie)' },
    { type: 'javascript', payload: { title: 'Run', code: 'return 1', script: 'x()' } },
    { type: 'JavaScript', data: { body: 'function f() {}' } },
  ])('of a script says nothing of its code: %j', (message) => {
    expect(readContent(message)).toEqual({ ...EMPTY, inputRequest: { kind: 'script' } });
  });
});

describe('an unknown kind', () => {
  it.each<[JsonObject, object]>([
    [{ type: 'catalogue', payload: { title: 'Our shop', body: 'Have a look' } }, { text: 'Our shop\n\nHave a look' }],
    [{ type: 'whatsapp_flow', interactive: { body: { text: 'Go on' } } }, { text: 'Go on' }],
    [{ type: 'page', payload: { url: URL } }, { media: [{ kind: 'link', url: URL }] }],
  ])('%j is what can be found of it', (message, expected) => {
    expect(readContent(message)).toEqual({ ...EMPTY, ...expected });
  });

  it.each([{ type: 'typing' }, { type: 'x', payload: { a: 1 } }, { type: 'x', deep: { text: 'x' } }])(
    '%j is dropped',
    (message) => {
      expect(readContent(message)).toBeUndefined();
    },
  );
});
