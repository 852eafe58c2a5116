/** Answers that are not yet decided as common sense has it, by topic, with what becomes of them. */
export const MISSED: Readonly<Record<string, readonly string[]>> = {
  amounts: ["Experience: i've had my licence for three years -> words"],
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
    'Tickets and a question behind them: today and are there guides -> words',
  ],
  cards: ['Concerts: two tickets for the symphony -> Tickets: Symphony'],
  dates: ['This and next: the friday after -> which This Friday | Next Friday'],
  'everyday-talk': [
    'Eggs: two poached please -> words',
    'Rackets: a table for two -> Table tennis + for two',
    'Insurance kinds: my pet passport -> Pet',
    'Bags: the paper one tears -> Paper bag',
  ],
  'free-text': ['Insurance, other talk: can i have some water first -> Water damage'],
  'long-labels': ["Patient questions: i have to reschedule my son's got a fever -> words"],
  meta: ['Three rooms, asked back: room -> which Single room | Double room'],
  mishearings: [
    'Room misheard: the swede -> words',
    'Two, four, eight: fort tickets -> words',
    "Garage: i'm tired -> Tires",
    'Salon: cure -> words',
    'Stylists: jeffrey -> words',
    'Names that sound alike: arin -> confirm Aaron',
    'Names that sound alike: airin -> Erin',
    'Mail or mailbox alike: male room -> Male changing room',
    'Fourteen and forty: fourty -> words',
    'Fourteen and forty: bus fiftey -> words',
    'Cards misheard: liberty card -> words',
    'Cards misheard: edit card -> confirm Credit card',
    'Sea and bee: guarding view -> words',
    'Fabrics: cashmir -> confirm Cashmere',
    'Mouse and house: louse -> which House | Mouse | Blouse',
  ],
  negations: ['No add on: bacon no onions -> Onions'],
  'partial-labels': ['School office: picking up early -> words'],
  units: [
    'Gym pass: a single day -> words',
    'Gym pass: just the day -> which 1 day | 7 days | 30 days',
    "Shirts: i'm not that large -> L",
  ],
  'short-dates': ['Suits of the short kind: march -> confirm Mar Bella'],
  'spoken-of': [
    "Call time, other talk: this morning you said you'd call -> Morning",
    'Children, other talk: none -> none',
    "London stations, other talk: i'm on the victoria line -> Victoria",
    'London stations, other talk: from euston i take the tube -> Euston',
    'Hair: i need it straight away -> confirm Straight',
  ],
  money: ['Instalments: at once please -> confirm All at once'],
  'misheard-words': [
    "Seat in the row: i'll place -> which Aisle place | Window place | Middle place",
    'Beds of the shop: night die frame -> words',
  ],
  'sizes-quantities': [
    'Potatoes: kilos -> which Half a kilo | 1 kilo | 2 kilos | 5 kilos',
    'Milk: pints -> which 1 pint | 2 pints | 4 pints',
  ],
  'symbols-and-brands': ['Phone providers: horizon -> words'],
  ties: ['Two named at once: i want the price and the hours -> Prices + the hours'],
  times: ['Afternoon slots: number two -> 2 pm'],
  'word-boundaries': ['Pets: a doggy -> words', 'Pets: a kitty cat -> words', "Art: i'll take part in art -> words"],
  'yes-no': [
    "Is the address right: no i moved in march -> No, I've moved",
    'Does the time work: no i work on tuesdays -> No, another time',
    'Would you like milk: with oat milk -> With milk',
  ],
  'by-the-question': [
    'Hearing about a shop: it was on television the other night -> words',
    'Hearing about a shop: a neighbour told us about you -> words',
    'Hearing about a shop: i found you with a search engine -> words',
    'Confirming an order: yep go ahead and send the order -> words',
  ],
  'said-and-done': ['Clinic desk: could i possibly get new glasses my old ones snapped -> words'],
  'for-whom-and-where': ["Parcel, where to: the courier for my mother's -> words"],
  'told-by-others': [
    'Cars to hire: the minivan after what happened with the estate -> words',
    'Skiing, put down as: i put down expert last time -> Expert + last time',
  ],
  stammering: ['Reporting a fault: no picture no sound nothing -> No picture + sound nothing'],
  wandering: [
    "Council: there's a blooming great pothole outside number nine that's what -> words",
    "Council: fly tipping somebody's dumped a sofa -> words",
    'Seats at the stadium: can you see the goal from the terrace -> Terrace',
  ],
};

/** Answers to yes-no questions that are not yet understood. */
export const MISSED_YES_NO: readonly string[] = [
  // It may hold a wish of its own: better told to the bot than taken for a no of ours.
  'Shall I tell you when the answer is there? no notifications please -> neither',
];
