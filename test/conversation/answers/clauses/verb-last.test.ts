import { inLanguage } from '../in-language';

/** What somebody says in Japanese, and the options that come of it; none where the words are the bot's. */
type Row = readonly [said: string, ...options: string[]];

function found(labels: readonly string[], rows: readonly Row[], question?: string): Row[] {
  return rows.map(([said]) => {
    const offered = { labels, from: 0, to: labels.length, ...(question !== undefined && { question }) };
    const decision = inLanguage.decide('ja', offered, said);
    const indexes = decision.kind === 'which' ? decision.indexes : decision.kind === 'choose' ? [decision.index] : [];
    return [said, ...indexes.map((index) => labels[index] ?? '')];
  });
}

test('a change of mind at the end takes back the option before it', () => {
  const rows: readonly Row[] = [
    ['赤', '赤'],
    ['赤お願いします', '赤'],
    ['赤にするわ', '赤'],
    ['赤はやめます'],
    ['赤やっぱりやめます'],
    ['赤やめてね'],
    ['赤はやめてください'],
    ['赤はやめてほしいです'],
    ['赤間違えました'],
    ['赤訂正お願いします'],
    ['赤違います'],
    ['一番目はやめます'],
    ['やめます'],
    // In the middle it takes back for the next, and an apology is a courtesy.
    ['赤いや青', '青'],
    ['赤をやめて青にしてください', '青'],
    ['やめて赤', '赤'],
    ['赤すみません', '赤'],
    ['赤ごめんね', '赤'],
  ];
  expect(found(['赤', '青', '緑'], rows)).toEqual(rows);
});

test('what is to be said again stays so', () => {
  const offered = { labels: ['赤', '青', '緑', '黒', '白'], from: 0, to: 5 };
  const kinds = ['もう一度間違えました', '他のは違います', '全部やめます'].map(
    (said) => inLanguage.decide('ja', offered, said).kind,
  );
  expect(kinds).toEqual(['list', 'more', 'words']);
});

test('so it does of several that fit alike', () => {
  const rows: readonly Row[] = [['青', '明るい青', '暗い青'], ['青やめます'], ['青違います']];
  expect(found(['明るい青', '暗い青', '緑'], rows, '何色にしますか？')).toEqual(rows);
});

test('a no stays one, and a word that stops is what an option says', () => {
  const orders: readonly Row[] = [
    ['はい違います', 'いいえ'],
    ['いえ', 'いいえ'],
    ['いいえ違います', 'いいえ'],
    ['いいえやめます', 'いいえ'],
  ];
  expect(found(['はい', 'いいえ'], orders, '注文しますか？')).toEqual(orders);
  const stops: readonly Row[] = [
    ['やめてください', 'やめる'],
    ['続けてください', '続ける'],
  ];
  expect(found(['やめる', '続ける'], stops)).toEqual(stops);
  const reasons: readonly Row[] = [
    ['訂正', '訂正'],
    ['訂正お願いします', '訂正'],
  ];
  expect(found(['訂正', '注文'], reasons)).toEqual(reasons);
  const bookings: readonly Row[] = [['キャンセルしたいです', '予約を取り消す']];
  expect(found(['予約する', '予約を変更する', '予約を取り消す'], bookings)).toEqual(bookings);
});
