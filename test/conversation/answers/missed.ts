/** Answers that are not yet decided as common sense has it, by topic, with what becomes of them. */
export const MISSED: Readonly<Record<string, readonly string[]>> = {
  accents: [
    'Toppings: guac -> words',
    "Italian pasta: penny -> confirm Penne all'arrabbiata",
    "Italian pasta: arrabiata -> confirm Penne all'arrabbiata",
    'German towns: cologne -> confirm Köln',
    'Café menu: pan o chocolate -> words',
  ],
  additions: [
    'Dish and extras: pasta gluten free if you have it -> Pasta + gluten free',
    "Something before the choice: i've got a bad knee so i'd like yoga -> Yoga",
    "Something before the choice: it's for my mum zumba please -> Zumba",
  ],
  cards: ['Concerts: two tickets for the symphony -> Tickets: Symphony'],
  corrections: ['Drinks with second thoughts: honey what do you want red or white okay red -> words'],
  dates: ['This and next: the friday after -> which This Friday | Next Friday'],
  'free-text': ['Insurance, other talk: can i have some water first -> Water damage'],
  'long-labels': ["Patient questions: i have to reschedule my son's got a fever -> words"],
  meta: [
    'Three rooms, asked back: room -> which Single room | Double room',
    'Four services, asked back: sorry can you read those out again -> words',
  ],
  mishearings: [
    'Room misheard: the swede -> words',
    'Two, four, eight: fort tickets -> words',
    "Garage: i'm tired -> Tires",
    'Salon: the man a cure -> words',
    'Salon: cure -> words',
    'Stylists: jeffrey -> words',
    'Names that sound alike: arin -> confirm Aaron',
    'Names that sound alike: airin -> Erin',
    'Mail or mailbox alike: male room -> Male changing room',
    'Fourteen and forty: fourty -> words',
    'Fourteen and forty: bus fiftey -> words',
    'Cards misheard: liberty card -> words',
    'Cards misheard: edit card -> words',
    'Sea and bee: guarding view -> words',
    'Sea and bee: see you -> Sea view',
    'Fabrics: cashmir -> confirm Cashmere',
    'Mouse and house: louse -> which House | Mouse | Blouse',
    'Ages of wine: mail back -> words',
  ],
  negations: [
    'Not that wine: red gives me headaches -> Red wine + gives me headaches',
    "Not that wine: i'd rather have the white than the red -> which Red wine | White wine",
    'No add on: bacon no onions -> Onions',
    'Not this doctor: doctor patel not the other two -> Dr Patel + not the other two',
    'Not the colour: no black no white navy -> words',
  ],
  'number-labels': ['Terminal: t five -> words', 'Terminal: t 2 -> words'],
  'partial-labels': ['School office: picking up early -> words'],
  'position-traps': ['Swimming course: i can swim one length -> Lane swimming'],
  'short-dates': ['Suits of the short kind: march -> confirm Mar Bella'],
  statements: ['Phone deal: pause it for a month -> Pause + it for a month'],
  'sizes-quantities': [
    'Potatoes: kilos -> which Half a kilo | 1 kilo | 2 kilos | 5 kilos',
    'Milk: pints -> which 1 pint | 2 pints | 4 pints',
  ],
  'symbols-and-brands': ['Technical help: why fi -> words', 'Phone providers: horizon -> words'],
  ties: ['Two named at once: i want the price and the hours -> Prices + the hours'],
  times: ['Afternoon slots: number two -> 2 pm'],
  'word-boundaries': ['Pets: a doggy -> words', 'Pets: a kitty cat -> words', "Art: i'll take part in art -> words"],
  'yes-no': [
    "Is the address right: no i moved in march -> No, I've moved + i moved in march",
    'Does the time work: no i work on tuesdays -> No, another time',
    'Would you like milk: with oat milk -> With milk',
  ],
};

/** Answers to yes-no questions that are not yet understood. */
export const MISSED_YES_NO: readonly string[] = [
  // It may hold a wish of its own: better told to the bot than taken for a no of ours.
  'Shall I tell you when the answer is there? no notifications please -> neither',
];
