import { addressOf, heardWords } from '../../../simulator/echo/hearing';

describe('heard words', () => {
  it.each([
    ['Alexa, open Chat Companion!', 'alexa open chat companion'],
    ['  What are   your hours?  ', 'what are your hours'],
    ['I’d like “the usual”…', "i'd like the usual"],
    ['A t-shirt for 3.50, please.', 'a t-shirt for 3.50 please'],
    ['Où est l’été ?', "où est l'été"],
    ['?!', ''],
  ])('%j are %j', (typed, heard) => {
    expect(heardWords(typed)).toBe(heard);
  });
});

describe('the address of an utterance', () => {
  const address = (utterance: string) => addressOf(heardWords(utterance), 'chat companion');

  it.each([
    'Alexa, open Chat Companion',
    'open chat companion',
    'launch chat companion',
    'start chat companion',
    'Alexa, talk to chat companion',
    'Alexa, ask the chat companion',
    'Alexa, chat companion',
  ])('%j launches the skill', (utterance) => {
    expect(address(utterance)).toEqual({ to: 'launch' });
  });

  it.each([
    ['Alexa, ask chat companion about parking', 'about parking'],
    ['tell chat companion that I am late', 'that i am late'],
    ['Alexa, open chat companion and book a table', 'and book a table'],
    ['Alexa, chat companion, help', 'help'],
    ['Alexa, talk to chat companion about a refund', 'about a refund'],
    ['Alexa, use chat companion to pay my bill', 'to pay my bill'],
    ['Alexa, search chat companion for shoes', 'for shoes'],
    ['Alexa, can you ask chat companion what the fee is', 'what the fee is'],
    ['please ask the chat companion if the pool is open', 'if the pool is open'],
    ['Alexa, book a table for Friday with Chat Companion', 'book a table for friday'],
    ['Alexa, order a kebab from the chat companion', 'order a kebab'],
  ])('%j is a one-shot with %j', (utterance, words) => {
    expect(address(utterance)).toEqual({ to: 'one-shot', words });
  });

  it.each(['Alexa, read my notifications', 'Alexa, what are my notifications?'])(
    '%j is for Alexa herself',
    (utterance) => {
      expect(address(utterance)).toEqual({ to: 'notifications' });
    },
  );

  it.each([
    ['read my notifications', 'read my notifications'],
    ['Alexa, turn on notifications', 'turn on notifications'],
    ['Alexa, what time is it?', 'what time is it'],
    ['Alexa, open the pod bay doors', 'open the pod bay doors'],
    ['Alexa', ''],
    ['chat companion', 'chat companion'],
    ['i learned it from chat companion', 'i learned it from chat companion'],
    ['ask chat companions about parking', 'ask chat companions about parking'],
    ['alexander is my name', 'alexander is my name'],
    ['computer science', 'computer science'],
  ])('%j is not for the skill, unless its session is open', (utterance, words) => {
    expect(address(utterance)).toEqual({ to: 'session', words });
  });
});

describe('the address of an utterance in a language in which the name stands first', () => {
  it.each([
    ['ja-JP', 'チャットコンパニオン', 'アレクサ、チャットコンパニオンを開いて。', undefined],
    ['ja-JP', 'チャットコンパニオン', 'アレクサ、チャット コンパニオン で 営業 時間 を 教えて', '営業時間を教えて'],
    ['ja-JP', 'チャットコンパニオン', 'アレクサ、チャットコンパニオンに予約できるか聞いて', '予約できるか聞いて'],
    ['hi-IN', 'चैट साथी', 'अलेक्सा, चैट साथी खोलो', undefined],
    ['hi-IN', 'चैट साथी', 'अलेक्सा, चैट साथी से पूछो दुकान कब खुलती है', 'दुकान कब खुलती है'],
    ['ar-SA', 'رفيق الدردشة', 'أليكسا، افتحي رفيق الدردشة', undefined],
    ['ar-SA', 'رفيق الدردشة', 'أليكسا، اسألي رفيق الدردشة عن الأسعار؟', 'عن الأسعار'],
    ['de-DE', 'chat begleiter', 'Alexa, frag den Chat Begleiter, wann ihr öffnet', 'wann ihr öffnet'],
    ['it-IT', 'compagno virtuale', 'Alexa, prenota un tavolo con compagno virtuale', 'prenota un tavolo'],
  ])('%s, %s: %j', (locale, name, utterance, words) => {
    expect(addressOf(heardWords(utterance), name, locale)).toEqual(
      words === undefined ? { to: 'launch' } : { to: 'one-shot', words },
    );
  });
});
