// A bot as Microsoft's botbuilder has them: a bicycle workshop. PORT=3978 npm start
const {
  ActivityHandler,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  MessageFactory,
  TurnContext,
} = require('botbuilder');
const express = require('express');

const state = new ConversationState(new MemoryStorage());
const booking = state.createProperty('booking');
const bicycle = CardFactory.heroCard(
  'City bicycle',
  'Light, with seven gears',
  ['https://bicycles.example/city.png'],
  [
    { type: 'imBack', title: 'Try it', value: 'try the city bicycle' },
    { type: 'openUrl', title: 'More', value: 'https://bicycles.example/city' },
  ],
);

/** What it says to what is said, in no order. */
const TURNS = [
  [/book/i, ask],
  [/^day:/, book],
  [/bicycles/i, (context) => context.sendActivity(MessageFactory.attachment(bicycle, 'We have this one.'))],
  [/try/i, (context) => context.sendActivity('Come and try it tomorrow.')],
  [
    /hours/i,
    (context) =>
      context.sendActivities(['We open at nine.', 'We close at five.'].map((text) => MessageFactory.text(text))),
  ],
  [/remind/i, remind],
  [/nothing/i, () => undefined],
  [/break/i, () => fail()],
  [/close my/i, end],
];

class Workshop extends ActivityHandler {
  constructor() {
    super();
    this.onMembersAdded(async (context, next) => {
      const { membersAdded, recipient } = context.activity;
      if (membersAdded.some(({ id }) => id !== recipient.id)) await context.sendActivity('Welcome to the workshop.');
      await next();
    });
    this.onMessage(async (context, next) => {
      const said = context.activity.text;
      const [, answer = (turn) => turn.sendActivity(`I do not know ${said}.`)] =
        TURNS.find(([words]) => words.test(said)) ?? [];
      await answer(context);
      await next();
    });
  }

  async run(context) {
    await super.run(context);
    await state.saveChanges(context);
  }
}

async function ask(context) {
  const days = [
    { type: 'postBack', title: 'Monday', value: 'day:1' },
    { type: 'postBack', title: 'Tuesday', value: 'day:2' },
  ];
  await context.sendActivity(MessageFactory.suggestedActions(days, 'Which day?'));
}

async function book(context) {
  const count = (await booking.get(context, 0)) + 1;
  await booking.set(context, count);
  await context.sendActivity(`Day ${context.activity.text.slice(4)} it is. You have ${count} booked.`);
}

async function remind(context) {
  const reference = TurnContext.getConversationReference(context.activity);
  await context.sendActivity('I will say when it is ready.');
  setTimeout(
    () => adapter.continueConversationAsync('', reference, (later) => later.sendActivity('Your bicycle is ready.')),
    50,
  );
}

function fail() {
  throw new Error('The workshop is on fire');
}

async function end(context) {
  await context.sendActivity('This order is closed.');
  await context.sendActivity({ type: 'endOfConversation' });
}

// Without an app id it asks nobody who calls, and is for a machine of one's own alone.
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
adapter.onTurnError = async (_context, error) => {
  throw error;
};
const bot = new Workshop();

const app = express();
app.use(express.json());
app.post('/api/messages', (request, response) => adapter.process(request, response, (context) => bot.run(context)));
const server = app.listen(Number(process.env.PORT ?? 3978), '127.0.0.1', () =>
  process.stdout.write(`Listening on ${server.address().port}\n`),
);
