import { type Card, lengthOf, type Message, type Sender } from '../../lambda/conversation/message';
import type { Unread } from '../../lambda/conversation/ports/store';
import { readOut, type ToRead } from '../../lambda/conversation/reading';
import { voiceFor } from '../../lambda/speech/voice';
import { botMessage } from '../support/talk';

/** A voice that says ten characters a second, and twenty seconds at once: a page has 200 characters. */
const voice = {
  ...voiceFor('en-US'),
  pageSeconds: 20,
  seconds: (text: string) => text.length / 10,
  cost: () => 0,
};
const NOTHING: ToRead = {
  missed: [],
  late: [],
  lateAs: () => 'late',
  fresh: [],
  inline: [],
  firstAnswers: new Set(),
  unsure: false,
  people: 'aside',
  cut: false,
  behind: 0,
};
const rosa: Sender = { kind: 'agent', id: '7', name: 'Rosa' };
const tom: Sender = { kind: 'agent', id: '8', name: 'Tom' };
const all: Sender = { kind: 'broadcast', id: '9' };

let count = 0;
const item = (message: Message): Unread => ({ ref: `ref ${count++}`, item: { kind: 'message', message } });
const bots = (text: string, labels: readonly string[] = []) => item(botMessage(text, labels));
const of = (from: Sender, text: string) => item({ ...botMessage(text), from });
const closed = (): Unread => ({ ref: `ref ${count++}`, item: { kind: 'closed', at: 0 } });
const refsOf = (items: readonly Unread[]) => items.map(({ ref }) => ref);
const read = (toRead: Partial<ToRead>) => readOut({ ...NOTHING, ...toRead }, voice);
const filled = (length: number) => `A${'a'.repeat(length - 2)}.`;

describe('what is read out', () => {
  test('of nothing is nothing', async () => {
    expect(await read({})).toEqual({
      ...{ paragraphs: [], replay: [], missed: [], messages: [], choices: [], lines: [], menu: [], named: [] },
      ...{ inputRequest: undefined, taken: [], more: false, moreUnread: false, last: undefined },
    });
  });

  test('is what came late, what answers now, and what people say, each with a word on what it is', async () => {
    const late = [bots('Late one.'), of(rosa, 'I am Rosa.')];
    const fresh = [bots('By webhook.'), of(rosa, 'Me again.'), of(tom, 'Tom here.'), of(all, 'We close early.')];
    const reading = await read({ late, fresh, inline: [botMessage('Inline.')] });
    expect(reading.paragraphs).toEqual([
      ...['Here is the answer to your earlier question.', 'Late one.'],
      ...[voice.introduce({ kind: 'now' }), 'Inline.', 'By webhook.'],
      ...['Rosa says:', 'I am Rosa.', 'Me again.', 'Tom says:', 'Tom here.', 'An announcement:', 'We close early.'],
    ]);
    expect(reading.taken.toSorted()).toEqual(refsOf([...late, ...fresh]).toSorted());
    expect(reading).toMatchObject({ more: false, moreUnread: false, last: all });
    expect(reading.messages.map(({ text }) => text)).toEqual([
      ...['Late one.', 'Inline.', 'By webhook.', 'I am Rosa.', 'Me again.', 'Tom here.', 'We close early.'],
    ]);
  });

  test('has no word on what it is where it is the only thing', async () => {
    expect((await read({ inline: [botMessage('Inline.')], fresh: [bots('More.')] })).paragraphs).toEqual([
      'Inline.',
      'More.',
    ]);
    expect((await read({ late: [bots('Greeting.')], lateAs: () => undefined })).paragraphs).toEqual(['Greeting.']);
  });

  test('may answer something older, and is said to', async () => {
    const { paragraphs } = await read({ inline: [botMessage('Inline.')], unsure: true });
    expect(paragraphs).toEqual([voice.introduce({ kind: 'unsure' }), 'Inline.']);
  });

  test('names people of one name apart', async () => {
    const other = { ...rosa, id: '70' };
    const { paragraphs } = await read({
      fresh: [of(rosa, 'One.'), of(other, 'Two.'), of({ ...rosa, name: 'R.' }, 'Three.')],
    });
    expect(paragraphs).toEqual(['Rosa says:', 'One.', 'Rosa says:', 'Two.', 'R says:', 'Three.']);
  });
});

describe('more than a page', () => {
  test('of the bot stays in the inbox, and with it what people say', async () => {
    const [one, two, three] = [bots(filled(120)), bots(filled(80)), bots('x.')];
    const reading = await read({ late: [one, two, three, of(rosa, 'Hello.')], lateAs: () => undefined });
    expect(reading).toMatchObject({ taken: refsOf([one, two]), more: true, moreUnread: false, last: { kind: 'bot' } });
  });

  test('of people stays there', async () => {
    const [one, two] = [of(rosa, filled(190)), of(rosa, filled(11))];
    expect(await read({ fresh: [one, two] })).toMatchObject({ taken: [one.ref], more: false, moreUnread: true });
    const three = of(rosa, filled(10));
    expect(await read({ fresh: [one, three] })).toMatchObject({ taken: [one.ref, three.ref], moreUnread: false });
  });

  test('in one message is read all the same', async () => {
    const long = bots(filled(900));
    expect(await read({ fresh: [long] })).toMatchObject({ taken: [long.ref], more: false });
  });

  test('that came inline is nowhere else: it is read', async () => {
    const fresh = bots('By webhook.');
    const reading = await read({ inline: [botMessage(filled(300)), botMessage('Inline.')], fresh: [fresh] });
    expect(reading).toMatchObject({ taken: [], more: true });
    expect(reading.paragraphs.at(-1)).toBe('Inline.');
  });

  test('an end of the conversation and what says nothing take no room', async () => {
    const items = [bots(filled(200)), closed(), bots('')];
    expect(await read({ fresh: items })).toMatchObject({ taken: refsOf(items), more: false });
  });

  test('than an hour of texts is read no further', async () => {
    const [one, two] = [bots(filled(30_000)), bots(filled(30_000))];
    const quick = { ...voice, seconds: () => 0 };
    expect(await readOut({ ...NOTHING, fresh: [one, two] }, quick)).toMatchObject({ taken: [one.ref], more: true });
    const short = bots(filled(1000));
    const behind = { ...NOTHING, behind: 60_000, fresh: [short, bots(filled(1001))] };
    expect(await readOut(behind, quick)).toMatchObject({ taken: [short.ref], more: true });
  });
});

describe('messages of people', () => {
  const two = [of(rosa, 'One.'), of(tom, 'Two.')];

  test('one by one are read one in a turn', async () => {
    const reading = await read({ late: two, people: 'singly' });
    expect(reading).toMatchObject({
      paragraphs: ['Rosa says:', 'One.'],
      taken: [two[0]?.ref],
      moreUnread: true,
      last: rosa,
    });
    expect((await read({ late: two.slice(1), people: 'singly' })).moreUnread).toBe(false);
  });

  test('are announced with how many there are, and from whom', async () => {
    const { paragraphs } = await read({ late: two, people: 'announced' });
    expect(paragraphs).toEqual([
      voice.introduce({ kind: 'unread', senders: [rosa, tom], more: false }),
      'Rosa says:',
      'One.',
    ]);
    const cut = await read({ late: two, people: 'announced', cut: true });
    expect(cut.paragraphs[0]).toBe(voice.introduce({ kind: 'unread', senders: [rosa, tom], more: true }));
  });

  test('may be more than are known', async () => {
    for (const people of ['aside', 'singly', 'announced'] as const) {
      expect([people, (await read({ late: two.slice(1), people, cut: true })).moreUnread]).toEqual([people, true]);
    }
  });
});

describe('what was missed', () => {
  const again = voice.introduce({ kind: 'again' });

  test('is said behind what is new, with a word on what it is, once', async () => {
    expect(await read({ missed: [again, 'We open at nine.'], inline: [botMessage('Hello.')] })).toMatchObject({
      paragraphs: ['Hello.'],
      replay: [again, 'We open at nine.'],
      missed: [],
    });
    expect((await read({ missed: [again] })).replay).toEqual([]);
  });

  test('and does not fit the page is kept for later', async () => {
    const missed = [filled(100), filled(50), filled(51)];
    expect(await read({ missed })).toMatchObject({ replay: [again, missed[0], missed[1]], missed: [missed[2]] });
    const inline = [botMessage(filled(100))];
    expect(await read({ missed, inline })).toMatchObject({ replay: [again, missed[0]], missed: missed.slice(1) });
    expect(await read({ missed, inline: [botMessage(filled(101))] })).toMatchObject({ replay: [], missed });
    expect(await read({ missed: [filled(500), 'x.'] })).toMatchObject({ replay: [again, filled(500)], missed: ['x.'] });
  });
});

describe('what is offered and asked', () => {
  const labelsOf = ({ choices }: { readonly choices: Awaited<ReturnType<typeof read>>['choices'] }) =>
    choices.map(({ choice }) => choice.label);

  test('is of the newest message that offers or asks', async () => {
    const late = [bots('Which tea?', ['Green', 'Black'])];
    expect(labelsOf(await read({ late }))).toEqual(['Green', 'Black']);
    expect(labelsOf(await read({ late: [...late, bots('Which cake?', ['Plain'])] }))).toEqual([
      'Green',
      'Black',
      'Plain',
    ]);
    expect(labelsOf(await read({ late, inline: [botMessage('Which cake?', ['Plain'])] }))).toEqual(['Plain']);
    expect(labelsOf(await read({ late, inline: [botMessage('Which cake?')] }))).toEqual([]);
    expect(labelsOf(await read({ late, inline: [botMessage('Here you are.')] }))).toEqual(['Green', 'Black']);
  });

  test('behind an option is what the bot says to the words beyond it, where that asks', async () => {
    const first = botMessage('Which milk?', ['Oat', 'Whole']);
    const firstAnswers = new Set([first]);
    expect(labelsOf(await read({ inline: [first, botMessage('Sorry?')], firstAnswers }))).toEqual([]);
    expect(labelsOf(await read({ inline: [first, botMessage('Fine.')], firstAnswers }))).toEqual(['Oat', 'Whole']);
  });

  test('is at most two hundred choices', async () => {
    const labels = Array.from({ length: 201 }, (_, index) => `Option ${index}`);
    expect(labelsOf(await read({ inline: [botMessage('Which?', labels)] }))).toHaveLength(200);
  });

  test('may be listed in the last text, if that is not long', async () => {
    const labels = ['Tea', 'Cake'];
    expect((await read({ inline: [botMessage('Tea\nCake', labels)] })).lines).toEqual(['Tea', 'Cake']);
    expect((await read({ inline: [botMessage('Tea\nCake', ['Tea'])] })).lines).toEqual([]);
    expect((await read({ inline: [botMessage(`Tea\n${filled(3996)}`, labels)] })).lines).not.toHaveLength(0);
    expect((await read({ inline: [botMessage(`Tea\n${filled(3997)}`, labels)] })).lines).toEqual([]);
  });

  test('is a menu or a word of the last text', async () => {
    const menu = await read({
      inline: [botMessage('Which one?\n1. Tea\n2. Cake'), { ...botMessage(''), text: undefined }],
    });
    expect(menu.menu.map(({ label, reply }) => [label, reply])).toEqual([
      ['Tea', '1'],
      ['Cake', '2'],
    ]);
    const { named } = await read({ inline: [botMessage('Reply YES to confirm.')] });
    expect(named.map(({ reply }) => reply)).toEqual(['YES']);
  });

  test('is asked for by the last message, and never a script', async () => {
    const asks = (kind: 'number' | 'script') => ({ ...botMessage('How many?'), inputRequest: { kind } });
    expect((await read({ inline: [asks('number')] })).inputRequest).toEqual({ kind: 'number' });
    expect((await read({ inline: [asks('script')] })).inputRequest).toBeUndefined();
    expect((await read({ inline: [asks('number'), botMessage('Hello.')] })).inputRequest).toBeUndefined();
  });

  test('on cards is offered, too', async () => {
    const card: Card = { title: 'Red bike', choices: [{ label: 'Buy' }] };
    const { choices } = await read({ inline: [{ ...botMessage('Look.', ['Talk to us']), cards: [card] }] });
    expect(choices.map(({ choice, card }) => [choice.label, card])).toEqual([
      ['Talk to us', undefined],
      ['Buy', 'Red bike'],
    ]);
  });
});

test('a message is as long as its text and what stands on its cards', () => {
  const cards: readonly Card[] = [
    { title: 'Red', text: 'A bike.', choices: [] },
    { title: 'Blue', choices: [] },
  ];
  expect(lengthOf({ ...botMessage('Look.'), cards })).toBe(5 + 3 + 7 + 4);
  expect(lengthOf({ ...botMessage(''), text: undefined, cards: [] })).toBe(0);
});
