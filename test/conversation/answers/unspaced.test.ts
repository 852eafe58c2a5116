import { createSegments } from '../../../lambda/conversation/answers/segments';
import { engineOf } from './engine-of';

/** What a language needs in which words are not apart and the verb comes last. */

describe('words that are not apart', () => {
  const segments = createSegments({
    tag: 'ja',
    kana: ['を', 'で', 'がいい', 'ください', 'えー'],
    endings: ['り'],
    words: ['一緒'],
  });

  test.each([
    ['numbers stand by themselves, wherever they are', '午後三時', '午後 三 時'],
    ['a word with a letter of a number is whole', '母と一緒で', '母 と 一緒 で'],
    ['an ending stands behind other letters', '大をりをください', '大 を りを ください'],
    ['and only there', '盛りをください', '盛 り を ください'],
    ['a long vowel belongs to the letters before it', 'えーエルで', 'えー エル で'],
  ])('%s', (_, text, words) => {
    expect(segments(text)).toBe(words);
  });
});

describe('answers in Japanese', () => {
  const engine = engineOf('ja');
  const decide = (question: string, labels: readonly string[], said: string) =>
    engine.decide({ labels, from: 0, to: labels.length, question }, said);

  test('the part of the day stands before the hour', () => {
    expect(decide('お時間は？', ['9:00', '15:00', '21:00'], '午後の三時でお願いします')).toMatchObject({ index: 1 });
    expect(decide('時間帯は？', ['午前中', '14時〜16時', '19時〜21時'], '夜の七時から九時で')).toMatchObject({
      index: 2,
    });
  });

  test('a sign of a day is one in brackets, and counts days behind a number', () => {
    expect(decide('ご予約日は？', ['12/3(土)', '12/4(日)', '12/10(土)'], '十二月四日で')).toMatchObject({ index: 1 });
    expect(decide('宿泊日は？', ['12月30日', '12月31日', '1月1日'], '三十一日で')).toMatchObject({ index: 1 });
  });

  test('a part of a compound names an option', () => {
    expect(decide('ご相談は？', ['相続のご相談', '交通事故のご相談'], '事故のことで')).toMatchObject({ index: 1 });
  });

  test.each(['バニラはやめます', 'バニラは違います', 'バニラじゃない', 'バニラにしようと思ったけど'])(
    'a change of mind at the end takes back what stands before it: %s',
    (said) => {
      expect(decide('お味は？', ['バニラ', 'チョコ', '抹茶'], said)).toEqual({ kind: 'words' });
    },
  );

  test.each(['バニラ嫌い', 'バニラある', 'バニラはいりません', 'バニラでもいいの', 'バニラって甘いの'])(
    'a word behind an option is no noun of it: %s',
    (said) => {
      expect(decide('お味は？', ['バニラ', 'チョコ'], said)).toEqual({ kind: 'words' });
    },
  );
});
