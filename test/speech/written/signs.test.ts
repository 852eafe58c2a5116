import { arrowStage } from '../../../lambda/speech/written/arrows';
import { contrastStage } from '../../../lambda/speech/written/contrast';
import { drawnStage } from '../../../lambda/speech/written/drawn';
import { forbiddenStage } from '../../../lambda/speech/written/forbidden';
import { ledStage } from '../../../lambda/speech/written/led';
import { legendStage, pointedStage } from '../../../lambda/speech/written/legend';
import { taskStage } from '../../../lambda/speech/written/tasks';
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
    ['fr', '🚫 alcool, 🚫 éclairs', 'Pas d’alcool, pas d’éclairs'],
    ['fr', 'Il n’y a pas de onzième place.', 'Il n’y a pas de onzième place.'],
    ['fr', 'Animaux 🚫', 'Animaux: non'],
    ['es', 'Mascotas 🚫', 'Mascotas: no'],
    ['pt', 'Animais 🚫', 'Animais: não'],
    ['de', 'Haustiere 🚫', 'Haustiere: nein'],
    ['ja', 'ペット🚫、たばこ🚫', 'ペット: なし、たばこ: なし'],
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

describe('signs of a group that stand beside others of it', () => {
  test.each([
    ['Wi-Fi ✓, pool ✗', 'Wi-Fi: yes, pool: no'],
    ['Wi-Fi ✅ Pool ❌', 'Wi-Fi: yes, Pool: no'],
    ['Wi-Fi ✅ 2 bars ❌', 'Wi-Fi: yes, 2 bars: no'],
    ['Wi-Fi ✅. Pool ❌. Bar ✅!', 'Wi-Fi: yes. Pool: no. Bar: yes!'],
    ['The pool (✅), bar (❌)', 'The pool (yes), bar (no)'],
    ['Gym (until 6) ✅, the pool (all day long) ❌', 'Gym (until 6): yes, the pool (all day long): no'],
    ['The big blue pool: gym ✅, bar ❌', 'The big blue pool: gym: yes, bar: no'],
    ['Gym ❌, kids ✅ until 6', 'Gym: no, kids: yes, until 6'],
    ['Gym 💪 ✅, pool ❌', 'Gym: yes, pool: no'],
    ['Pool ❌, 💪 hot tub area ✅', 'Pool: no, hot tub area: yes'],
    ['Wi-Fi✅(free), bar❌(closed)', 'Wi-Fi: yes (free), bar: no (closed)'],
    ['Server 🟢 up, mail 🔴 down', 'Server: green, up, mail: red, down'],
    ['Pool? ✅ Bar? ❌', 'Pool? Yes, Bar? No'],
    ['Wi-Fi ✅✅ pool ❌', 'Wi-Fi: yes, yes, pool: no'],
    ['Wi-Fi ✅/❌', 'Wi-Fi: yes, no'],
    ['Wi-Fi ✅ | ❌', 'Wi-Fi: yes, no'],
    ['Entry ✅🏽 Exit ❌', 'Entry: yes, Exit: no'],
  ])('behind what they say something of: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['✅ Wi-Fi ❌ Pool', 'Yes: Wi-Fi, no: Pool'],
    ['✅ Wi-Fi\n❌ Pool', 'Yes: Wi-Fi / No: Pool'],
    ['Our rooms. ✅ Wi-Fi, ❌ pool', 'Our rooms. yes: Wi-Fi, no: pool'],
    ['We looked. ✅Wi-Fi ❌pool', 'We looked. yes: Wi-Fi, no: pool'],
    ['We looked.✅Wi-Fi ❌pool', 'We looked. yes: Wi-Fi, no: pool'],
    ['✅ Wi-Fi / ✅ Bar / ❌ Pool', 'Yes: Wi-Fi, yes: Bar, no: Pool'],
    ['✅ (Wi-Fi), ❌ (pool)', 'Yes (Wi-Fi), no (pool)'],
    ['What is included? ✅ Wi-Fi ❌ pool', 'What is included? yes: Wi-Fi, no: pool'],
    ['✅ Free Wi-Fi in all of the rooms ❌ Pool', 'Yes: Free Wi-Fi in all of the rooms, no: Pool'],
    ['✅ Wi-Fi in all of the rooms, bar ❌', 'Yes: Wi-Fi in all of the rooms, bar, no'],
  ])('before it: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['Basic ✅ day lifts ❌ night skiing', 'Basic: day lifts: yes, night skiing: no'],
    ['Bar / ✅ Wi-Fi / ❌ Pool', 'Bar: Wi-Fi: yes, Pool: no'],
    ['Included: ✅ Wi-Fi ✅ bar ❌ pool', 'Included: Wi-Fi: yes, bar: yes, pool: no'],
    ['Included: ✅ Wi-Fi, ✅ bar, ❌ pool!', 'Included: Wi-Fi: yes, bar: yes, pool: no!'],
    [
      'Plans. Basic – ✅ day lifts and ❌ night skiing. Ask us',
      'Plans. Basic: day lifts: yes, night skiing: no. Ask us',
    ],
    ['Basic | ✅ lifts ❌ skiing', 'Basic, Yes: lifts, no: skiing'],
    ['Basic ✅ yes lifts ❌ no skiing', 'Basic: yes lifts, no skiing'],
    ['Basic ✅ lifts ❌ no skiing', 'Basic: lifts, no skiing'],
    ['Basic:✅lifts ❌skiing', 'Basic: lifts: yes, skiing: no'],
    ['Basic✅lifts ❌skiing', 'Basic: lifts: yes, skiing: no'],
  ])('before each thing of what the line is about: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['The wonderful pool on the roof ✅, bar ❌', 'The wonderful pool on the roof, bar: no'],
    ['Your order came ✅, the next ❌', 'Your order came: yes, the next: no'],
    ['Your order has come ✅, the next ❌', 'Your order has come, the next: no'],
    ['✅ Your order is confirmed', 'Your order is confirmed'],
    ['Your order is confirmed ✅', 'Your order is confirmed'],
    ['Wi-Fi ✅', 'Wi-Fi'],
    ['Thanks ✅ Booked ✅ Paid', 'Thanks. Booked. Paid'],
    ['👍 Great', 'Great'],
  ])('decorate a sentence: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['Wi-Fi: ✅', 'Wi-Fi: yes'],
    ['Wi-Fi: ✅.', 'Wi-Fi: yes.'],
    ['Wi-Fi: ✅; bar', 'Wi-Fi: yes; bar'],
    ['Wi-Fi=✅, bar', 'Wi-Fi= yes, bar'],
    ['Wi-Fi: ✅ in all rooms', 'Wi-Fi: in all rooms'],
    ['Wi-Fi | ✅', 'Wi-Fi, yes'],
    ['Wi-Fi | ✅ free', 'Wi-Fi, free'],
    ['Pets ✗', 'Pets: no'],
    ['✗ Pets', 'No: Pets'],
    ['✗', ''],
    ['Is that all right with all of you ✅ or ❌', 'Is that all right with all of you yes or no'],
    ['✅ or ❌?', 'yes or no?'],
    ['Do you like it: 👍 or 👎', 'Do you like it: thumbs up or thumbs down'],
    ['Coffee: ➕, tea: ➖', 'Coffee: plus, tea: minus'],
  ])('are a value or a choice: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['❌ No parking ✅ Wi-Fi', 'No parking, yes: Wi-Fi'],
    ['✅ Yes we can ❌ No we cannot', 'Yes we can, No we cannot'],
    ['Pool: ❌ no', 'Pool: no'],
    ['Wi-Fi ✅ yes of course, pool ❌', 'Wi-Fi, yes of course, pool: no'],
    ['✅ Yesterday ❌ Now', 'Yes: Yesterday, no: Now'],
  ])('need no word where they have it: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['Server 🟢, database 🔴', 'Server: green, database: red'],
    ['🟢 online 🔴 offline', 'Green: online, red: offline'],
    ['Status: 🟢', 'Status: green'],
    ['All systems 🟢', 'All systems'],
  ])('lights: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['de', 'WLAN ✅, Pool ❌', 'WLAN: ja, Pool: nein'],
    ['de', 'Unterlagen ✅ erhalten, Ausweis ❌ fehlt', 'Unterlagen, erhalten, Ausweis, fehlt'],
    ['de', '✅ Ausweis erhalten ❌ Foto fehlt', 'Ausweis erhalten, Foto fehlt'],
    ['de', 'Ausweis ✅, Foto ❌ fehlt', 'Ausweis: ja, Foto, fehlt'],
    ['es', 'Piscina ✅, wifi ❌', 'Piscina: sí, wifi: no'],
    ['fr', 'Piscine : ✅, parking : ❌', 'Piscine: oui, parking: non'],
    ['ja', 'プール：○ サウナ：×', 'プール： あり、サウナ： なし'],
    ['ja', '✅ Wi-Fi\n❌ 駐車場', 'あり: ワイファイ / なし: 駐車場'],
    ['ja', '🔴 停止中 🟢 運転中', '赤: 停止中、緑: 運転中'],
    ['ja', 'お部屋。✅ 朝食、❌ 夕食', 'お部屋。 あり: 朝食、 なし: 夕食'],
    ['ja', '含まれるもの：✅ 朝食 ❌ 夕食', '含まれるもの: 朝食: あり、夕食: なし'],
    ['ja', '朝食プラン ✅ 朝食、❌ 夕食。ご予約ください', '朝食プラン: 朝食: あり、夕食: なし。ご予約ください'],
    ['ja', 'プールは？✅ サウナは？❌', 'プールは？ あり、サウナは？ なし'],
    ['ar', 'واي فاي ✅، مسبح ❌', 'واي فاي: نعم، مسبح: لا'],
    ['hi', 'वाई-फ़ाई ✅, पार्किंग ❌', 'वाई-फ़ाई: हाँ, पार्किंग: नहीं'],
  ])('%s: %s', (language, text, words) => expect(heard(text, language)).toBe(words));

  test('one that begins its line or cell has nothing before it', () => {
    const said = staged((written) => contrastStage(written.checks, written));
    expect(said('❌ No parking ✅ Wi-Fi')).toBe(' No parking , yes:  Wi-Fi');
    expect(said('✅ Wi-Fi|❌ Pool')).toBe(' Yes:  Wi-Fi| No:  Pool');
    expect(said('✗ (pool)')).toBe(' No  (pool)');
    expect(said('Wi-Fi|✅|free')).toBe('Wi-Fi|yes|free');
  });

  test.each([
    ['Basic ✅ lifts ❌ skiing', 'Basic: lifts ✅, skiing ❌'],
    ['Basic: ✅ lifts ❌ skiing', 'Basic: lifts ✅, skiing ❌'],
    ['Basic – ✅ lifts ❌ skiing.', 'Basic: lifts ✅, skiing ❌.'],
    ['Basic✅lifts❌skiing', 'Basic: lifts ✅, skiing ❌'],
    [
      'All in. Basic ✅ lifts ❌ skiing | Plus ✅ lifts ✅ skiing',
      'All in. Basic: lifts ✅, skiing ❌| Plus: lifts ✅, skiing ✅',
    ],
    ['Basic ✅ lifts', 'Basic ✅ lifts'],
    ['Basic ✅ 2 lifts ❌ (skiing)', 'Basic ✅ 2 lifts ❌ (skiing)'],
    ['Basic ✅ a ❌ skiing', 'Basic: a ✅, skiing ❌'],
  ])('before things, as behind them: %s', (text, signs) =>
    expect(staged((written) => ledStage(written.checks, written))(text)).toBe(signs),
  );
});

describe('an arrow', () => {
  test.each([
    ['Berlin → Rome', 'Berlin to Rome'],
    ['Berlin -> Rome', 'Berlin to Rome'],
    ['Berlin --> Rome', 'Berlin to Rome'],
    ['Berlin => Rome', 'Berlin to Rome'],
    ['Berlin→Rome', 'Berlin to Rome'],
    ['Berlin ⇒ Rome', 'Berlin to Rome'],
    ['Berlin ➡️ Rome', 'Berlin to Rome'],
    ['(Berlin) → Rome', '(Berlin) to Rome'],
    ['(Berlin) -> Rome', '(Berlin) to Rome'],
    ['Room 4) -> Room 6', 'Room 4) to Room 6'],
    ['Berlin → (Rome)', 'Berlin to (Rome)'],
    ['"Berlin" → “Rome”', '"Berlin" to “Rome”'],
    ['We go from 50% → 60%', 'We go from 50 percent to 60 percent'],
    ['From 2 -> 5 seats', 'From 2 to 5 seats'],
    ['Price: 5 -> $4', 'Price: 5 to $4'],
    ['It fell from 5 → –3', 'It fell from 5 to –3'],
    ['It fell from 5 → -3', 'It fell from 5 to -3'],
    ['Old St. → New Sq.', 'Old Street to New Square.'],
    ['Your gate 12 → Gate 14', 'Your gate 12 to Gate 14'],
    ['Room 4 → Room 6', 'Room 4 to Room 6'],
    ['Room 4 upstairs → Bar', 'Room 4 upstairs to Bar'],
    ['Berlin → Rome < 2 hours', 'Berlin to Rome less than 2 hours'],
    ['Platform 2 → 5', 'Platform 2 to 5'],
    ['A1 → B2', 'A1 to B2'],
    ['Room 4 → Room 6, room 5 → Room 7', 'Room 4 to Room 6, room 5 to Room 7'],
    ['Berlin, hall 5 → Rome', 'Berlin, hall 5 to Rome'],
    ['Your total is 5, hall 6 → Rome', 'Your total is 5, hall 6 to Rome'],
    ['We have 5 → 4', 'We have 5 to 4'],
    ['Temperature 5 → -3', 'Temperature 5 to -3'],
    ['See it. Berlin → Rome. Then back', 'See it. Berlin to Rome. Then back'],
    ['Berlin → Rome; Paris → Lyon', 'Berlin to Rome; Paris to Lyon'],
    ['Berlin → Rome | Paris → Lyon', 'Berlin to Rome, Paris to Lyon'],
    [
      'Berlin → Rome. Paris → Lyon! Oslo → Kiel? Kiel → Bonn',
      'Berlin to Rome. Paris to Lyon! Oslo to Kiel? Kiel to Bonn',
    ],
    ['Ferries: Oslo → Kiel, Kiel → Bonn', 'Ferries: Oslo to Kiel, Kiel to Bonn'],
  ])('leads to a place: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['Settings → Account', 'Settings, then Account'],
    ['Go to Help → Contact → Chat', 'Go to Help, then Contact, then Chat'],
    ['A → B → C', 'A, then B, then C'],
    ['Oslo → Kiel → Bonn; then home', 'Oslo, then Kiel, then Bonn; then home'],
    ['Open the app → Tap Profile', 'Open the app, then Tap Profile'],
  ])('goes a step: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['Step 1 → Open the app', 'Step 1: Open the app'],
    ['Step 12 → pick up the phone', 'Step 12: pick up the phone'],
    ['Zone A → $5', 'Zone A: $5'],
    ['Zone A → £3.95', 'Zone A: £3.95'],
    ['Zone A→$5', 'Zone A: $5'],
    ['Step 1 → Dial 5', 'Step 1: Dial 5'],
    ['Step 1 → Open the app. Step 2 → Tap Profile', 'Step 1: Open the app. Step 2: Tap Profile'],
    ['Press 1 -> sales; press 2 -> support', 'Press 1: sales; press 2: support'],
    ['Press 10 → sales, press 11 → support', 'Press 10: sales, press 11: support'],
    ['1 → sales, 2 → support', '1: sales, 2: support'],
    [
      'Weight ≤ 2 kg → free, and what is more than that is sent to you by a courier, who rings you up on the day before he comes',
      'Weight at most 2 kilograms: free, and what is more than that is sent to you by a courier, who rings you up on the day before he comes',
    ],
    ['Weight ≤ 2 kg → free', 'Weight at most 2 kilograms: free'],
    ['Weight < 2 kg → free', 'Weight less than 2 kilograms: free'],
    ['Orders ≥ 5 → free', 'Orders at least 5: free'],
    ['Zone A → $5. Berlin → Rome', 'Zone A: $5. Berlin to Rome'],
    ['Weight: ≤ 2 kg. Berlin → Rome', 'Weight: at most 2 kilograms. Berlin to Rome'],
    ['Berlin → Rome. Weight ≤ 2 kg', 'Berlin to Rome. Weight at most 2 kilograms'],
  ])('tells of what stands before it: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['$5 → $4', '$5 to $4'],
    ['$1,200.50 → $4', '$1,200.50 to $4'],
    ['$5 monthly → $4', '$5 monthly to $4'],
    ['£5 → £4', '£5 to £4'],
  ])('from one price to another: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['If it leaks → call us', 'If it leaks, call us'],
    ['Once paid → we ship', 'Once paid, we ship'],
    ['unless told → wait', 'unless told, wait'],
    ['Hello. If it leaks → call us', 'Hello. If it leaks, call us'],
    ['Note; if it rains → stay', 'Note; if it rains, stay'],
    ['If it rains! Oslo → Rome', 'If it rains! Oslo to Rome'],
    ['Ask if open → Rome', 'Ask if open, then Rome'],
    ['Iffy → Rome', 'Iffy to Rome'],
    ['When the total is ≥ 5 → free', 'When the total is at least 5, free'],
  ])('behind a condition: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['Berlin: → Rome', 'Berlin: Rome'],
    ['→ Berlin', 'Berlin'],
    ['Berlin →', 'Berlin'],
    ['Berlin → !', 'Berlin!'],
    ['Berlin->Rome', 'Berlin->Rome'],
  ])('joins nothing: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['ar', 'الرياض ← جدة', 'الرياض إلى جدة'],
    ['ar', 'الرياض ← جدة ← مكة', 'الرياض، ثم جدة، ثم مكة'],
    ['ar', 'الرياض → جدة', 'الرياض إلى جدة'],
    ['de', 'Berlin → Rom', 'Berlin nach Rom'],
    ['de', 'Menü → Konto', 'Menü, dann Konto'],
    ['fr', 'Paris → Lyon', 'Paris vers Lyon'],
    ['hi', 'दिल्ली → मुंबई', 'दिल्ली से मुंबई'],
    ['it', 'Roma → Bari', 'Roma a Bari'],
    ['ja', '東京 → 大阪', '東京 から 大阪'],
    ['ja', '手順1 → アプリを開く', '手順1: アプリを開く'],
    ['ja', '手順1 → 開く。手順2 → 押す', '手順1: 開く。手順2: 押す'],
    ['ja', '部屋1 → 部屋2', '部屋1 から 部屋2'],
    ['ja', '設定 → アカウント', '設定、次に アカウント'],
  ])('%s: %s', (language, text, words) => expect(heard(text, language)).toBe(words));

  const saidWithout = (...words: string[]) =>
    staged(({ arrows, ...written }) =>
      arrowStage({ ...written, arrows: { ...arrows, ...Object.fromEntries(words.map((word) => [word, ''])) } }),
    );

  test('stays where a language has no words for it', () => {
    expect(saidWithout('to', 'then')('If it leaks → call us')).toBe('If it leaks → call us');
  });

  test('is a pause where it has none for this one', () => {
    expect(saidWithout('to')('Berlin → Rome')).toBe('Berlin, Rome');
    expect(saidWithout('to')('Menu → Help')).toBe('Menu, then Help');
    expect(saidWithout('then')('Menu → Help')).toBe('Menu, Help');
    expect(saidWithout('then')('Berlin → Rome')).toBe('Berlin to Rome');
  });
});

describe('boxes', () => {
  test.each([
    ['[x] Paid', 'done: Paid'],
    ['[X] Paid', 'done: Paid'],
    ['[✓] Paid', 'done: Paid'],
    ['[✔]  Paid', 'done: Paid'],
    ['☑ Paid', 'done: Paid'],
    ['🗹 Paid', 'done: Paid'],
    ['[ ] Sent', 'not done: Sent'],
    ['[] Sent', 'not done: Sent'],
    ['☐ Sent', 'not done: Sent'],
    ['☑Paid', 'done: Paid'],
    ['☐Sent', 'not done: Sent'],
    ['☑ ', '☑ '],
    ['[x]y', '[x]y'],
    ['⬜ Sent', 'not done: Sent'],
    ['1. [x] Paid', '1. done: Paid'],
    ['12. [x] Paid', '12. done: Paid'],
    ['[ ]  Sent', 'not done: Sent'],
    ['☐ yes ☒ no', 'Not checked: yes, crossed: no'],
    ['Terms: 🗹', 'Terms: checked'],
    ['☐ yes, ☒ no: 5.', 'Not checked: yes, crossed: no: 5.'],
    ['☑ Size: M', 'done: Size: M'],
    ['☐ Size: M.', 'not done: Size: M.'],
    ['123. [ ] Sent', '123. not done: Sent'],
    ['1234. [ ] Sent', '1234. [ ] Sent'],
    ['Note [x] Paid', 'Note [x] Paid'],
    ['Note [ ] Paid', 'Note [ ] Paid'],
    ['[y] Paid', '[y] Paid'],
    ['[x] ', '[x] '],
    ['[ ] ', '[ ] '],
  ])('of a task: %s', (text, words) => expect(staged(taskStage)(text)).toBe(words));

  test.each([
    ['☐ yes ☒ no', 'Not checked: yes, crossed: no'],
    ['☐ yes ☒ no ☑ maybe', 'Not checked: yes, crossed: no, checked: maybe'],
    ['☐ yes ☒ no.', 'Not checked: yes, crossed: no.'],
    ['☐yes ☒no', 'Not checked: yes, crossed: no'],
    ['Terms: ☑ yes ☐ no', 'Terms: checked: yes, not checked: no'],
    ['Terms:☑yes ☐no', 'Terms: checked: yes, not checked: no'],
    ['Do you agree? ☑ yes ☐ no', 'Do you agree? checked: yes, not checked: no'],
    ['Agree (☑ yes ☐ no)', 'Agree (checked: yes, not checked: no)'],
    ['Agree ☑ yes ☐ no', 'Agree, checked: yes, not checked: no'],
    [' ☑ yes ☐ no ☐ ', 'Checked: yes, not checked: no, not checked:'],
  ])('of a form, before their words: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['Terms ☑ News ☐', 'Terms: checked, News: not checked'],
    ['Terms ☑, news ☐', 'Terms: checked, news: not checked'],
    ['Terms ☑, news ☐.', 'Terms: checked, news: not checked.'],
    ['Terms☑ News☐ ', 'Terms: checked, News: not checked'],
    ['Terms: ☑ News: ☐', 'Terms: checked, News: not checked'],
    ['Terms ☑ 2 news ☐', 'Terms: checked, 2 news: not checked'],
    ['Terms ☑ (all) ☐', 'Terms: checked (all): not checked'],
    ['Rows | ☑ | ☐', 'Rows, checked, not checked'],
    ['Terms: ☑', 'Terms: checked'],
    ['Terms:☑', 'Terms: checked'],
    ['Terms: ☑.', 'Terms: checked.'],
    ['Terms: 🗹 ;', 'Terms: checked;'],
    ['Terms: ☑ agreed', 'Terms: agreed'],
    ['Terms ☑', 'Terms'],
  ])('behind them: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['de', '☐ ja ☒ nein', 'Nicht angekreuzt: ja, angekreuzt: nein'],
    ['de', '[ ] Gesendet', 'offen: Gesendet'],
    ['fr', '[x] Payé', 'fait: Payé'],
    ['ja', '同意：☑ する ☐ しない', '同意： チェックあり: する、チェックなし: しない'],
    ['ja', '[x] 支払い', '済み、支払い'],
  ])('%s: %s', (language, text, words) => expect(heard(text, language)).toBe(words));
});

describe('drawings', () => {
  test.each([
    ['Wait for the 🟢 light', 'Wait for the green light'],
    ['Wait for the 🟢light', 'Wait for the green light'],
    ['The ⚫️ cab and the 🔵 bus', 'The black cab and the blue bus'],
    ['It turns 🔵', 'It turns blue'],
    ['It turns 🔴️ when ready', 'It turns red when ready'],
    ['The light goes 🟢, then it turns 🔴.', 'The light goes green, then it turns red.'],
    ['It turns 🔵 lights', 'It turns lights'],
    ['Late due to ❄️', 'Late due to snow'],
    ['Late due to ❄.', 'Late due to snow.'],
    ['A free ☕ with every 🥐', 'A free coffee with every croissant'],
    ['a free ☕, 🥐 or 🍪', 'a free coffee, croissant or cookie'],
    ['a free ☕, 🥐, or 🍪 with it', 'a free coffee, croissant, or cookie with it'],
    ['pay by 💳 or 💵 today', 'pay by card or cash today'],
    ['Every 🐕 is welcome', 'Every dog is welcome'],
    ['blame the 🐕!', 'blame the dog!'],
  ])('that stand for a word: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['Thanks for the 🎉', 'Thanks for the'],
    ['Thanks for the 😀', 'Thanks for the'],
    ['a 🎁 or 🫨', 'a or'],
    ['everyday 🐕', 'everyday'],
    ['Pay by 💳 please', 'Pay by, please'],
    ['the 👋🏽', 'the'],
    ['the 🐕🐕', 'the'],
    ['Scrub 🔴 lights', 'Scrub lights'],
  ])('that stand for none: %s', (text, words) => expect(heard(text)).toBe(words));

  test('those of a language without such words stay', () => {
    const said = staged((written, words) => drawnStage(words, { ...written, drawn: { ...written.drawn, leads: '' } }));
    expect(said('It turns 🔵')).toBe('It turns 🔵');
  });

  test.each([
    ['Reply 👍 to confirm or 👎 to cancel', 'Reply thumbs up to confirm or thumbs down to cancel'],
    ['Reply 👍to confirm', 'Reply thumbs up to confirm'],
    ['REPLY 👍 for yes, 👎 if no', 'Reply thumbs up for yes, thumbs down if no'],
    ['React with 👍🏽 to confirm', 'React with thumbs up to confirm'],
    ['press the ▶ to play', 'press the play to play'],
    ['Press the big ▶ to play', 'Press the big to play'],
    ['We are here 👍 to help', 'We are here to help'],
    ['Reply 👍 today', 'Reply today'],
    ['Reply 👍 together', 'Reply together'],
    ['Reply 🫨 to shake', 'Reply to shake'],
    ['Compress ▶ to play', 'Compress to play'],
  ])('that are given as an answer: %s', (text, words) => expect(heard(text)).toBe(words));

  test.each([
    ['de', 'Antworten Sie mit 👍 zum Bestätigen', 'Antworten Sie mit Daumen hoch zum Bestätigen'],
    ['es', 'Responda 👍 para confirmar', 'Responda pulgar arriba para confirmar'],
    ['ja', '👍 で確認', 'いいねで確認'],
    ['hi', 'हाँ के लिए 👍 भेजें, नहीं के लिए 👎 दबाएँ', 'हाँ के लिए अंगूठा ऊपर भेजें, नहीं के लिए अंगूठा नीचे दबाएँ'],
    ['ar', 'أرسل 👍 للتأكيد أو 👎 للإلغاء', 'أرسل إبهام للأعلى للتأكيد أو إبهام للأسفل للإلغاء'],
  ])('that are given as an answer, %s: %s', (language, text, words) => expect(heard(text, language)).toBe(words));

  test.each([
    ['🌱 = vegan', 'Seedling: vegan'],
    ['🌱=vegan', 'Seedling: vegan'],
    ['Key: 🌱 = vegan, 🌶 = hot', 'Key: seedling: vegan, hot pepper: hot'],
    ['👋🏽 = hello', 'Waving hand: hello'],
    ['Mood: 🙁', 'Mood: slight frown'],
    ['Mood:🙁.', 'Mood: slight frown.'],
    ['Mood: 🙁 😀, fine', 'Mood: slight frown, grinning face, fine'],
    ['Weather: ☀, wind: 🌧', 'Weather: sun, wind: rain'],
    ['Heat: 🌶🌶🌶', 'Heat: three peppers'],
    ['Mood: 🙁 today', 'Mood: today'],
    ['Mood 🙁', 'Mood'],
    ['Mood: 🐕', 'Mood:'],
  ])('that are explained, or explain: %s', (text, words) => expect(heard(text)).toBe(words));

  test('one that is not given is none', () => {
    const thanks = 'ऑर्डर 🎉 के लिए धन्यवाद';
    expect(staged((written, words) => pointedStage(words, written))(thanks, 'hi')).toBe(thanks);
  });

  test('one without a name is not explained', () => {
    expect(staged((written, words) => legendStage(words, written))('🫨 = shaking')).toBe('🫨 = shaking');
  });
});
