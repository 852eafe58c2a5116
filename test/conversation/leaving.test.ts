import { randomUUID } from 'node:crypto';
import type { Message } from '../../lambda/conversation/message';
import { botMessage, command, scriptedPlatform, startTalk, webhookPlatform } from '../support/talk';

const launch = { kind: 'launch' } as const;
const cancel = { kind: 'cancel' } as const;

/** A bot that offers these to whatever it hears. */
function offering(...labels: readonly string[]) {
  const bot = scriptedPlatform((input) => (input.kind === 'start' ? [] : [botMessage('What would you like?', labels)]));
  return { ...bot, talk: startTalk(bot.platform) };
}

describe('Stop and Home', () => {
  test.each(['Stop', 'Exit', 'Goodbye', 'Quit'])('end the session although an option is called %s', async (label) => {
    const { talk, sent } = offering('Main menu', label);
    await talk.say('hello');
    expect((await talk.say(command('goodbye'))).reply.question).toBeUndefined();
    expect(sent).toHaveLength(1);
  });
});

describe('Cancel', () => {
  test.each(['Cancel', 'Never mind', 'Go back', 'CANCEL!'])(
    'picks the option %j, which is nothing else',
    async (label) => {
      const { talk, sent } = offering('Main menu', label);
      await talk.say('hello');
      expect((await talk.say(cancel)).reply.question).toBeDefined();
      expect(sent.at(-1)).toMatchObject({ kind: 'choice', choice: { label } });
    },
  );

  test('never picks an option that cancels something: it ends, sends nothing, and the option stays open', async () => {
    const { talk, sent } = offering('Track order', 'Cancel order');
    await talk.say('hello', { newSession: true });
    expect((await talk.say(cancel)).reply.question).toBeUndefined();
    expect(sent).toHaveLength(1);
    await talk.end(true);
    expect((await talk.say(launch, { newSession: true })).reply.offer?.labels).toEqual(['Track order', 'Cancel order']);
    await talk.say('cancel order');
    expect(sent.at(-1)).toMatchObject({ kind: 'choice', choice: { label: 'Cancel order' } });
  });

  test.each<[string, readonly string[]]>([
    ['Shall I cancel it?', ['Cancel it', 'Keep it']],
    ['Your visit on Monday.', ['Cancel it', 'Change it']],
    ['Your visit on Monday.', ['Cancel this', 'Change it']],
    ['Your visit on Monday.', ['Cancel that', 'See the others']],
    ['Your visit on Monday.', ['Cancel', 'Reschedule']],
    ['Would you like to cancel your order?', ['Cancel', 'Keep it']],
    ['Do you want to cancel your subscription? Reply CANCEL to confirm.', []],
    ['Your table is booked for Friday. Reply YES to keep it or CANCEL to give it up.', []],
    ['See you on Monday? Reply C to confirm or CANCEL to cancel.', []],
    ['Shall I end your contract? Reply CANCEL to end your contract.', []],
    ['What shall I do with the order? 1. Cancel 2. Keep', []],
  ])('never says yes to cancelling something: %j %j', async (text, labels) => {
    const bot = scriptedPlatform((input) => (input.kind === 'start' ? [] : [botMessage(text, labels)]));
    const talk = startTalk(bot.platform);
    await talk.say('hello');
    const { reply } = await talk.say(cancel);
    expect({ sent: bot.sent.slice(1), question: reply.question }).toEqual({ sent: [], question: undefined });
  });

  test.each<[string, readonly string[]]>([
    ['Do you want to cancel your order?', ['Yes', 'Never mind']],
    ['Which court would you like? Send CANCEL to leave.', []],
    ['What is your name? Type CANCEL to end the chat.', []],
    ['What is your name? Type CANCEL to go back to the main menu.', []],
    ['How many? Cancellation is free.', ['One', 'Two', 'Cancel']],
  ])('leaves what the bot is at, by its own word for that: %j %j', async (text, labels) => {
    const bot = scriptedPlatform((input) => (input.kind === 'start' ? [] : [botMessage(text, labels)]));
    const talk = startTalk(bot.platform);
    await talk.say('hello');
    expect((await talk.say(cancel)).reply.question).toBeDefined();
    expect(bot.sent).toHaveLength(2);
  });

  test('ends the session where nothing is offered', async () => {
    const { talk, sent } = offering();
    await talk.say('hello');
    expect((await talk.say(cancel)).reply.question).toBeUndefined();
    expect(sent).toHaveLength(1);
  });
});

describe('words for leaving', () => {
  test.each(['stop please', 'okay thanks bye', "i'm done", 'cancel', 'i have to go now'])(
    '%j end the session, and the bot hears nothing of them',
    async (words) => {
      const { talk, sent } = offering('Red', 'Blue');
      await talk.say('hello');
      const { reply } = await talk.say(words);
      expect(reply.parts).toEqual([{ phrase: 'goodbye' }]);
      expect(reply.question).toBeUndefined();
      expect(sent).toHaveLength(1);
    },
  );

  test.each(['Stop', 'Cancel', 'Goodbye'])('pick an option that is called %j', async (label) => {
    const { talk, sent } = offering('Main menu', label);
    await talk.say('hello');
    await talk.say(label.toLowerCase());
    expect(sent.at(-1)).toMatchObject({ kind: 'choice', choice: { label } });
  });

  test('"that\'s all" answers the bot where the bot has asked, and leaves where we have', async () => {
    const bot = scriptedPlatform((input) => {
      const isMore = input.kind === 'text' && input.text === 'a coffee';
      return input.kind === 'start'
        ? []
        : [botMessage(isMore ? 'Anything else for you?' : 'Your order is on its way.')];
    });
    const talk = startTalk(bot.platform);
    await talk.say('a coffee');
    await talk.say("that's all thanks");
    expect(bot.sent.at(-1)).toEqual({ kind: 'text', text: "that's all thanks" });
    expect((await talk.say("that's all thanks")).reply.question).toBeUndefined();
    expect(bot.sent).toHaveLength(2);
  });
});

describe('starting over', () => {
  test('on a platform that knows a beginning begins the conversation', async () => {
    const { talk, sent } = offering('Red', 'Blue');
    await talk.say('hello');
    await talk.say(command('start-over'));
    expect(sent.at(-1)).toEqual({ kind: 'start' });
  });

  test.each([
    [{}, 'start over'],
    [{ words: 'restart' }, 'restart'],
  ])('on one that does not says the word for it (%j), and its answer is heard', async (startsOverBy, word) => {
    const bot = webhookPlatform({ startsOverBy }, () => talk.bring(botMessage('Hello again!')));
    const talk: ReturnType<typeof startTalk> = startTalk(bot.platform);
    const { reply } = await talk.say(command('start-over'));
    expect(bot.sent).toEqual([{ kind: 'text', text: word }]);
    expect(reply.parts).toEqual([{ text: 'Hello again!' }]);
  });

  test('leaves nothing open: neither choices, nor what was asked for, nor what was to be said', async () => {
    const bot = webhookPlatform({ oneAtATime: true });
    const talk = startTalk(bot.platform);
    await talk.say('hello', { budgetMs: 320 });
    await talk.bring(botMessage('Which one?', ['Red', 'Blue']));
    await talk.say('check', { budgetMs: 320 });
    await talk.say('is it far', { budgetMs: 320 });
    await talk.say('delete my account', { budgetMs: 320 });
    await talk.say(command('start-over'), { budgetMs: 320 });
    for (let answers = 0; answers < 2; answers++) {
      await talk.bring(botMessage(`Answer ${answers}.`));
      await talk.say('check', { budgetMs: 320 });
    }
    expect(bot.sent.map((input) => ('text' in input ? input.text : input.kind))).toEqual([
      'hello',
      'is it far',
      'start',
    ]);
  });
});

test('after a question the answer is whole sooner than after a statement', async () => {
  const card = { title: 'Rooms', choices: [{ label: 'Single' }] };
  const answers: Record<string, Message> = {
    ask: botMessage('Which day?'),
    offer: botMessage('Very well.', ['Monday']),
    show: { ...botMessage('All right.'), cards: [card] },
  };
  const bot = webhookPlatform({}, (input) => {
    const answer = answers['text' in input ? input.text : ''] ?? botMessage('Well.');
    return talk.bring({ ...answer, id: randomUUID() });
  });
  const talk: ReturnType<typeof startTalk> = startTalk(bot.platform, { quietMs: 350 });
  const timed = async (words: string) => {
    const started = performance.now();
    await talk.say(words);
    return performance.now() - started;
  };
  await timed('warm up');
  const told = await timed('tell');
  expect(told).toBeLessThan(4000);
  for (const asking of Object.keys(answers)) expect(told - (await timed(asking))).toBeGreaterThan(150);
});
