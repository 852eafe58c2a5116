import { askStep, type Booking, takeStep } from './bot-booking';
import { type Bot, type BotCard, type BotOption, type BotReply, plain } from './bot-reply';
import { STORY } from './bot-story';

interface Visitor {
  readonly booking?: Booking;
  /** A person has taken over: the bot keeps quiet. */
  readonly withHuman?: boolean;
  /** How many jokes were told. */
  readonly jokes: number;
}

interface Answer {
  readonly replies: readonly BotReply[];
  /** What changes about the visitor. */
  readonly now?: Partial<Visitor>;
}

const OFFER: readonly BotOption[] = [
  { title: 'Opening hours 🕘', payload: 'HOURS' },
  { title: 'Book an appointment', payload: 'BOOK' },
  { title: 'Prices', payload: 'PRICES' },
  { title: 'How to find us', payload: 'MAP' },
  { title: 'Meet the team', payload: 'TEAM' },
  { title: 'The whole story', payload: 'STORY' },
];

const GREETING: readonly BotReply[] = [
  { text: "Hello! I'm **Molly**, the night voice of Bluebell Dental. 🦷" },
  { text: 'What can I do for you?', options: OFFER },
];

const HOURS = `## Opening hours

- **Monday, Wednesday, Thursday**: 8 AM – 6 PM
- **Tuesday**: 8 AM – 8 PM, because teeth have jobs too
- **Friday**: 8 AM – 1 PM

At the weekend there is the [emergency line](tel:+15550162).`;

const PRICES =
  '<p>A <b>check-up</b> is $60, cleaning &amp; polish $85, whitening $240.</p><p>Children under 12 pay <i>nothing</i> but ' +
  'attention. Everything else is on https://bluebell.example/prices?from=molly&lang=en</p>';

const EMERGENCY =
  'Oh dear. Ring our emergency line on **555-0162**, day and night, and somebody with a toothbrush in hand will answer.';

const WAY: readonly BotReply[] = [
  {
    text: 'We are in the old schoolhouse, 12 Maple Street. Take the path through the wood & not the road, if you can.',
    image: { url: 'https://bluebell.example/map.png', title: 'The way from the station' },
  },
  {
    text: 'Parking is free behind the bell tower.',
    location: { title: 'Bluebell Dental, 12 Maple Street', latitude: 44.4759, longitude: -73.2121 },
  },
];

const TEAM: readonly BotCard[] = [
  card('Dr. Amara Finch', 'Dentist. She runs the practice and plays a mean waltz.', 'amara'),
  card('Dr. Luis Ortega', "Children's dentist. Mind your ears: he finds coins in them.", 'luis'),
  card('Sofia Lind', 'Hygienist, with strong opinions about dental floss.', 'sofia'),
];

const JOKES = [
  'Why did the king go to the dentist? To get his *crown* fitted. 👑',
  'What time do you go to the dentist? At **tooth-hurty**. 🕝',
  'What does a dentist call her X-rays? Tooth pics. Sorry, Rosa wrote that one. 😬',
];

const START_OVER = /^(start over|start again|restart)$/;

/** What Molly knows; the first that matches counts. */
const TOPICS: readonly (readonly [RegExp, (visitor: Visitor) => Answer])[] = [
  [/\b(human|person|agent|someone|somebody|rosa|reception|receptionist)\b/, askHuman],
  [/\b(emergency|emergencies|bleeding|accident)\b/, () => say(EMERGENCY)],
  [/\b(prices?|costs?|how much)\b/, showPrices],
  [
    /\b(book|booking|appointments?|toothache|(tooth|teeth) (pain|hurts?)|broken tooth|filling|check ?up|cleaning)\b/,
    () => ({ replies: [askStep([])], now: { booking: [] } }),
  ],
  [/\b(hours|open|opening|close|closing)\b/, () => say(HOURS)],
  [/\b(map|find (you|us)|where|address|parking|car park|directions)\b/, () => ({ replies: WAY })],
  [/\b(team|staff|who works|dentists?|doctors?|hygienist|finch|ortega|sofia)\b/, showTeam],
  [/\b(story|history)\b/, () => say(STORY.join('\n\n'))],
  [/\b(jokes?|funny|laugh)\b/, tellJoke],
  [/\b(who are you|your name)\b/, () => ({ replies: GREETING })],
  [/\b(thanks|thank you|cheers)\b/, () => say("You're welcome! 💙")],
  [/\b(bye|goodbye|see you)\b/, () => say('Goodbye, and be brave! 🦷✨')],
  [/\b(how are you|how do you do)\b/, () => say('Polished and shining, thank you. And how are *your* teeth?')],
  [/^(hi|hello|hey|good (morning|afternoon|evening)|molly)\b/, () => ({ replies: GREETING })],
];

/** Molly of Bluebell Dental. She remembers each visitor, and gives the same words the same answers. */
export function createDemoBot(): Bot {
  const visitors = new Map<string, Visitor>();

  return {
    reply(userId, said) {
      const words = plain(said);
      if (START_OVER.test(words)) {
        visitors.delete(userId);
        return GREETING;
      }
      const visitor = visitors.get(userId) ?? { jokes: 0 };
      const { replies, now } = answer(visitor, words);
      visitors.set(userId, { ...visitor, ...now });
      return replies;
    },
    begin: (userId) => void visitors.delete(userId),
  };
}

function answer(visitor: Visitor, said: string): Answer {
  if (visitor.withHuman) return awaitHuman(said);
  const { booking } = visitor;
  const step = booking && takeStep(booking, said);
  if (step) return { replies: [step.reply], now: { booking: step.booking } };
  const topic = TOPICS.find(([words]) => words.test(said));
  if (topic) return topic[1](visitor);
  if (booking) return { replies: [{ text: 'Pardon? I am all ears, like Doctor Ortega.' }, askStep(booking)] };
  return { replies: [{ text: "I'm only a dental receptionist, but here is what I am good at:", options: OFFER }] };
}

function askHuman(): Answer {
  const text = 'Of course. I have told Rosa, and she will come back to you here. Say "bot" if you want me before that.';
  return { replies: [{ text }], now: { withHuman: true, booking: undefined } };
}

function awaitHuman(said: string): Answer {
  if (!/\b(bot|molly)\b/.test(said)) return { replies: [] };
  return { replies: [{ text: 'Molly again! What can I do for you?', options: OFFER }], now: { withHuman: false } };
}

function showPrices(): Answer {
  return { replies: [{ text: PRICES, links: [{ title: 'All prices', url: 'https://bluebell.example/prices' }] }] };
}

function showTeam(): Answer {
  return { replies: [{ text: 'These are the people behind the smiles:', cards: TEAM }] };
}

function tellJoke({ jokes }: Visitor): Answer {
  return { ...say(JOKES[jokes % JOKES.length] ?? ''), now: { jokes: jokes + 1 } };
}

function say(text: string): Answer {
  return { replies: [{ text }] };
}

function card(title: string, text: string, picture: string): BotCard {
  const imageUrl = `https://bluebell.example/team/${picture}.jpg`;
  return { title, text, imageUrl, options: [{ title: `Book with ${title}`, payload: 'BOOK' }] };
}
