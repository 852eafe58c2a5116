import { menuIn } from '../../lambda/conversation/menu';
import { namedIn } from '../../lambda/conversation/named-replies';
import { voiceFor } from '../../lambda/speech/voice';
import { botMessage, scriptedPlatform, startTalk } from '../support/talk';

const voice = voiceFor('en-US');

/** What the bot is told, asked this, of what is said. */
async function toldOf(text: string, said: string) {
  const { platform, sent } = scriptedPlatform((input) => (input.kind === 'start' ? [] : [botMessage(text)]));
  const talk = startTalk(platform);
  await talk.say('hello');
  await talk.say(said);
  return sent.at(-1);
}

describe('a menu in the text, whatever its form, is answered in the words of its options', () => {
  test.each([
    ['To hear your balance, press 1. To freeze your card, press 2.', 'freeze my card', '2'],
    ['For bookings say 1, for parties say 2', 'parties', '2'],
    ['For bookings say 1, for parties say 2 and for anything else say 3', 'anything else', '3'],
    ['If you want to rent a kayak, text 1. If you want to rent a tent, text 2.', 'rent a tent', '2'],
    ["If you'd like to order, enter 1; if you need a receipt, enter 2.", 'a receipt', '2'],
    ['To renew your licence please type 1, to replace it please type 2.', 'replace it', '2'],
    ['Boarding passes: press 1. Baggage: press 2. Refunds: press 3.', 'baggage', '2'],
    ['Repairs - reply 1\nSpare parts - reply 2', 'spare parts', '2'],
    ['Keys (press 1), badges (press 2) or lockers (press 3)', 'badges please', '2'],
    ['Reply with 1 (towels), 2 (pillows) or 3 (wake-up call).', 'pillows', '2'],
    ['Press 1: Menus. Press 2: Tables.', 'tables', '2'],
    ['Enter 1 - Gas, 2 - Water, 3 - Power', 'water', '2'],
    ['Type 1 for adults\nType 2 for children', 'children', '2'],
    ['1 Haircut\n2 Beard trim\n3 Both\nSend the number of your choice', 'beard trim', '2'],
    ['Please reply with 1 or 2.\n1 Pick up\n2 Delivery', 'delivery', '2'],
    ['How can we help?\n1 Invoices\n2 Outages\n3 Moving house', 'moving house', '3'],
    ['A) Roses\nB) Tulips\nC) Lilies\nWhich ones?', 'lilies', 'C'],
    ['a. Roses\nb. Tulips\nWhich flowers would you like?', 'tulips', 'b'],
    ['Which size do you want? (A) Narrow (B) Wide', 'wide', 'B'],
    ['A) Window B) Aisle. Where would you like to sit?', 'aisle', 'B'],
    ['Press 1 to rent a tent, press 2 to rent a kayak', 'rent a tent', '1'],
    ['For sales press 1 for support press 2', 'sales', '1'],
    ['Press 1: Menus. Press 2: Tables.', 'menus', '1'],
    ['Reply with A, B or C.\nA - Lost parcel\nB - Late parcel\nC - Damaged parcel', 'damaged parcel', 'C'],
    ['Reply with the letter of your choice.\nA Lost parcel\nB Late parcel', 'late parcel', 'B'],
    ['To keep the seat, reply A. To swap it, reply B.', 'swap it', 'B'],
    ['Which one?\n(1) Piano (2) Violin', 'violin', '2'],
    ['1️⃣Piano\n2️⃣Violin\n3️⃣Drums', 'violin', '2'],
    ['Pick one: ① Piano ② Violin', 'violin', '2'],
    ['Which one?\n١. Piano\n٢. Violin', 'violin', '2'],
    ['Which one?\n𝟭. Piano\n𝟮. Violin', 'violin', '2'],
    ['Which one?\n𝟷) Piano\n𝟸) Violin', 'violin', '2'],
    ['1 = Trains, 2 = Buses. Which do you need?', 'buses', '2'],
    ['Option 1: Trains. Option 2: Buses. Which do you need?', 'trains', '1'],
    ['1. Trains\n2. Buses\nTo speak to somebody, press 0.', 'speak to somebody', '0'],
  ])('%j: %j is told as %j', async (text, said, told) => {
    expect(await toldOf(text, said)).toEqual({ kind: 'text', text: told });
  });
});

describe('what only looks like a menu offers nothing', () => {
  test.each([
    '1. Open the app\n2. Tap Menu\n3. Choose "Freeze card"',
    '1) Log in\n2) Click Billing\n3) Select "Cancel plan"',
    'For two people it is 40, for three people it is 55.',
    'Adult 12\nChild 6\nSenior 8\nWhich ticket would you like?',
    'Is this your order?\n1 pizza\n2 colas',
    'You have booked:\n1 double room\n2 single rooms\nWould you like breakfast?',
    'To reset the router, press the button for 2 seconds. To restart it, press it for 5.',
    'To mute the alarm, press 2 times. To stop it, press 3 times.',
    'To call us from abroad, dial 00 41 22 555 01 99.',
    'You will find us at:\n1 Mill Lane\n2 Bridge Street\nWould you like directions?',
    'Mo-Fr 9 - 5\nSa 10 - 2\nSu closed',
    'Monday 1 - 5, Tuesday 2 - 6. Which day would you like?',
    'Vitamin A: 20 %. Vitamin B: 10 %. Would you like to order?',
    'Your seats are in row\nA 12\nB 14\nIs that right?',
    'A dog is welcome. B and B is 50 dollars. Shall I book it?',
    'Dial 0800 123 4567 (toll-free) or ext. 204',
    'Dial 0800 123 45 67 for sales, 0800 123 45 68 for support.',
    'Please pick a time:\n1 pm\n2 pm\n3 pm',
    'Which flat would you like?\n1 bedroom\n2 bedrooms\n3 bedrooms',
    'What size?\nS Small\nM Medium',
    'Bring:\n1 passport\n2 photos\n3 copies of the form',
    'For a starter we have soup. To order, say so. 1 more thing: are you allergic to anything?',
    'To get 10 % off, enter SAVE10. To get 20 % off, enter SAVE20.',
    'In the recipe:\n1 egg\n2 onions\n3 carrots\nShall I send it to you?',
    'Text 60 to 70 words about yourself.',
  ])('%j', (text) => {
    expect(menuIn(text, voice)).toEqual([]);
    expect(namedIn(text, voice).filter(({ reply }) => /^(?:\d+|\p{L})$/u.test(reply))).toEqual([]);
  });
});
