import { forbiddenStage } from '../../../lambda/speech/written/forbidden';
import { heard, staged } from './staged';

describe('a sign that forbids', () => {
  test.each([
    ['🚫 glass in the pool area', 'No glass in the pool area'],
    ['🚫️ glass', 'No glass'],
    ['🚫 2 guests', 'No 2 guests'],
    ['⛔ Parking, ⛔ dogs', 'No Parking, no dogs'],
    ['⛔ Parking ⛔ dogs', 'No Parking, no dogs'],
    ['Rules: 🚫 glass 🚫 food 🚫 dogs', 'Rules: no glass, no food, no dogs'],
    ['House rules. 🚫 glass 🚫 food', 'House rules. no glass, no food'],
    ['🚫 food from outside the park or zoo', 'No food from outside the park or zoo'],
    ['Pool, 🚫 glass', 'Pool, no glass'],
    ['Pool (🚫 glass)', 'Pool (no glass)'],
    ['The pool | 🚫 glass', 'The pool, no glass'],
    ['Open! 🚫 bikes', 'Open! no bikes'],
    ['🏊 Pool 🚫 glass', 'Pool, no glass'],
    ['Pool,🚫glass', 'Pool, no glass'],
    ['Rules:🚫glass🚫food', 'Rules: no glass, no food'],
    ['🚫 food from outside the park or zoo 🐘', 'No food from outside the park or zoo'],
  ])('before a thing: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['Pets 🚫', 'Pets: no'],
    ['Pets: 🚫', 'Pets: no'],
    ['Parking ⛔, dogs ⛔', 'Parking: no, dogs: no'],
    ['Hot food at tables 🚫', 'Hot food at tables: no'],
    ['Wi-Fi 🚫 parking', 'Wi-Fi: no, parking'],
    ['Pool; glass 🚫; balls', 'Pool; glass: no; balls'],
    ['Glass 🚫 (in the pool)', 'Glass: no (in the pool)'],
    ['Closed. Pets 🚫', 'Closed. Pets: no'],
    ['Pets🚫(in rooms)', 'Pets: no (in rooms)'],
    ['Pets🚫 parking', 'Pets: no, parking'],
    ['Pool, hall 🚫 parking', 'Pool, hall: no, parking'],
    ['Pool, hot tub at night 🚫', 'Pool, hot tub at night: no'],
    ['Rooms at the hotel: pets 🚫', 'Rooms at the hotel: pets: no'],
    ['Bar: dogs 🚫 (kids welcome)', 'Bar: dogs: no (kids welcome)'],
    ['Rules: 🚫 glass. Dogs 🚫 (all breeds)', 'Rules: no glass. Dogs: no (all breeds)'],
    ['Bar 🍺 dogs 🚫 (all breeds)', 'Bar dogs: no (all breeds)'],
  ])('behind a thing: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['No pets 🚫', 'No pets'],
    ['🚫 No pets', 'No pets'],
    ['🚫 Sorry, we are closed', 'Sorry, we are closed'],
    ['🚫 food from outside of the park or zoo', 'food from outside of the park or zoo'],
    ['Hot food at the tables 🚫', 'Hot food at the tables'],
    ['We ask you for it 🚫', 'We ask you for it'],
    ['Pets are not allowed 🚫 today', 'Pets are not allowed today'],
    ['Sorry, 🚫', 'Sorry'],
    ['🚫', ''],
  ])('decorates what says so itself, and sentences: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['🚫🐕 on the beach', 'No dog on the beach'],
    ['🚫 🐕 on the beach', 'No dog on the beach'],
    ['🚫🔔', 'No bell'],
    ['🚫☎️ in class', 'No telephone in class'],
    ['Ring 🚫🔔 at night', 'Ring no bell at night'],
    ['We allow no 🚫🐕', 'We allow no dog'],
    ['🚫🫨 shaking', 'No shaking'],
    ['Lobby 🚫🫨', 'Lobby: no'],
    ['Entry 🚫❌', 'Entry: no'],
    ['Closed 🚫🚗', 'Closed no car'],
    ['On the beach 🚫🐕', 'On the beach no dog'],
  ])('with what is drawn: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['🚭 in rooms', 'No smoking in rooms'],
    ['🚭 rooms on all floors', 'No smoking: rooms on all floors'],
    ['🚭 1st floor', 'No smoking: 1st floor'],
    ['🚭 inner court', 'No smoking: inner court'],
    ['🚭 "Sky bar"', 'No smoking "Sky bar"'],
    ['🚭 Rooms. No smoking at all', 'No smoking: Rooms. No smoking at all'],
    ['Rooms: 🚭', 'Rooms: no smoking'],
    ['Rooms: 🚭.', 'Rooms: no smoking.'],
    ['Rooms 🚭', 'Rooms: no smoking'],
    ['Our lobby: 🚭! No smoking', 'Our lobby: no smoking! No smoking'],
    ['Coffee, 📵 in the hall', 'Coffee, no phones in the hall'],
    ['Silence 📵, thanks', 'Silence: no phones, thanks'],
    ['📵 during the film', 'No phones during the film'],
    ['🔞 entry', 'Over 18s only: entry'],
    ['🚳 in the park, 🚳 in the hall', 'No bicycles in the park, no bicycles in the hall'],
    ['🚯 anywhere', 'No litter anywhere'],
    ['🚱 at the tap', 'Not drinking water at the tap'],
    ['🚭in rooms', 'No smoking in rooms'],
    ['Rooms:🚭', 'Rooms: no smoking'],
    ['Lobby: 🚭, smoking outside', 'Lobby: no smoking, smoking outside'],
  ])('of one thing: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['🚭 No smoking inside', 'No smoking inside'],
    ['🚭 SMOKING IS NOT ALLOWED', 'Smoking is not allowed'],
    ['Rooms: 🚭 No smoking', 'Rooms: No smoking'],
    ['Room 🚭 is smoke-free', 'Room is smoke-free'],
    ['Lobby 🚭, smoking outside', 'Lobby, smoking outside'],
    ['📵 Mobile phones off', 'Mobile phones off'],
    ['🔞 Adults', 'Adults'],
    ['🚭', ''],
  ])('of one thing that words tell of: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['❌ Pets ❌ Parties', 'No Pets, no Parties'],
    ['Pets ❌, parties ❌', 'Pets: no, parties: no'],
    ['✖ Glass ✖ Cans', 'No Glass, no Cans'],
    ['❌ Pets', 'Pets'],
    ['❌ Pets, ❌ parties, ✅ kids', 'No: Pets, no: parties, yes: kids'],
  ])('crosses that do: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['de', '🚫 Hunde', 'Keine Hunde'],
    ['de', '🚭 im Zimmer', 'Rauchen verboten im Zimmer'],
    ['es', '🚫 mascotas', 'Sin mascotas'],
    ['es', '🚭 en el hotel', 'Prohibido fumar en el hotel'],
    ['fr', '🚫 chiens', 'Pas de chiens'],
    ['fr', '🚭 dans le hall', 'Interdit de fumer dans le hall'],
    ['it', '🚫 cani', 'Niente cani'],
    ['nl', '🚫 honden', 'Geen honden'],
    ['pt', '🚫 cães', 'Sem cães'],
    ['ja', '🚭客室', '禁煙 客室'],
    ['ja', '客室：🚭', '客室： 禁煙'],
    ['ja', 'ペットは🚫です', 'ペットは禁止です'],
    ['hi', '🚭 कमरे में', 'धूम्रपान मना है: कमरे में'],
    ['ar', '🚫 التصوير', 'ممنوع التصوير'],
  ])('%s: %s', (language, text, words) => expect(heard(text, language)).toBe(words));

  test('that only decorates is a drawing, which no other stage says', () => {
    const said = staged((written, words) => forbiddenStage(words, written));
    expect(said('🚫 No pets')).toBe('✨ No pets');
    expect(said('🚭 No smoking')).toBe('✨ No smoking');
  });

  test('stays where a language has no words for it', () => {
    const said = staged((written, words) =>
      forbiddenStage(words, { ...written, forbidden: { ...written.forbidden, no: '', named: [] } }),
    );
    expect(said('🚫 pets, ❌ glass ❌ food')).toBe('🚫 pets, ❌ glass ❌ food');
  });
});
