import { botMessage, command, scriptedPlatform, startTalk, type Talk, webhookPlatform } from '../support/talk';

const NO_MATCH = { kind: 'no-match' } as const;
const LAUNCH = { kind: 'launch' } as const;
const HALLS = botMessage('Which hall?', ['North', 'South']);

/** The sentences of ours in a reply, and the bot's as said. */
async function said(talk: Talk, input: Parameters<Talk['say']>[0]): Promise<readonly string[]> {
  const { reply } = await talk.say(input);
  return reply.parts.map((part) => ('phrase' in part ? part.phrase : part.text));
}

const saying = (...messages: readonly (typeof HALLS)[]) =>
  startTalk(scriptedPlatform((input) => (input.kind === 'start' ? [] : [...messages])).platform);

describe('help', () => {
  test.each([
    ['nothing', [], 'help', []],
    ['choices', [HALLS], 'help-choices', ['Which hall?']],
    ['a yes or no', [botMessage('Shall I book?', ['Yes', 'No'])], 'help-yes-no', ['Shall I book?']],
    ['a question', [botMessage('Which hall would you like?')], 'help-answer', ['Which hall would you like?']],
    ['a long text', [botMessage('We open at nine. '.repeat(200))], 'help-go-on', []],
    ['a word beside a question', [botMessage('Which hall? Send QUIT to leave.')], 'help-answer', ['Which hall?']],
  ] as const)('says how %s is answered, and asks it again', async (_what, messages, phrase, asked) => {
    const talk = saying(...messages);
    await talk.say('hello');
    expect(await said(talk, command('help'))).toEqual([phrase, 'help-again', 'help-leave', ...asked]);
  });

  test.each([HALLS, botMessage('Shall I book?', ['Yes', 'No'])])(
    'is not on choices while we ask something of our own: %j',
    async (message) => {
      const talk = saying(message);
      await talk.say('hello');
      await talk.say('forget me');
      expect(await said(talk, command('help'))).toEqual(['help', 'help-again', 'help-leave']);
    },
  );

  test('offers nothing to be said again to who has heard nothing', async () => {
    expect(await said(saying(), command('help'))).toEqual(['help', 'help-leave']);
  });

  test('tells of messages that wait, where there are some', async () => {
    const talk = startTalk(webhookPlatform().platform);
    await talk.say(LAUNCH, { newSession: true, budgetMs: 320 });
    expect(await said(talk, command('help'))).not.toContain('help-unread');
    await talk.bring({ ...botMessage('Your tooth is ready.'), from: { kind: 'agent', name: 'Rosa' } });
    expect(await said(talk, command('help'))).toContain('help-unread');
  });
});

describe('what was not understood', () => {
  test('is asked again, in other words the second time, and the third ends the session', async () => {
    const talk = saying(HALLS);
    await talk.say('a hall');
    expect(await said(talk, NO_MATCH)).toEqual(['no-match', 'Which hall?']);
    expect(await said(talk, NO_MATCH)).toEqual(['no-match-again', 'Which hall?']);
    const { reply } = await talk.say(NO_MATCH);
    expect(reply).toMatchObject({ parts: [{ phrase: 'give-up' }] });
    expect(reply.question).toBeUndefined();
    expect(await said(talk, NO_MATCH)).toContain('no-match');
  });

  test('counts anew once something was', async () => {
    const talk = saying(HALLS);
    await talk.say('a hall');
    for (let times = 0; times < 3; times++) {
      expect(await said(talk, NO_MATCH)).toContain('no-match');
      expect(await said(talk, NO_MATCH)).toContain('no-match-again');
      await talk.say('a hall');
    }
  });
});

describe('where a bot fails', () => {
  function failing(message = HALLS) {
    const state = { fails: false };
    const { platform } = scriptedPlatform((input) => {
      if (state.fails) throw new Error('broken');
      return input.kind === 'start' ? [] : [message];
    });
    return { talk: startTalk(platform), state };
  }

  test('what it had asked without choices is asked again', async () => {
    const { talk, state } = failing(botMessage('Which hall would you like?'));
    await talk.say('a hall');
    state.fails = true;
    const { reply } = await talk.say('what do they cost');
    expect(reply).toMatchObject({ question: 'bot', asking: 'Which hall would you like?' });
  });

  test('what it had asked is asked again, and the third time in a row ends the session', async () => {
    const { talk, state } = failing();
    await talk.say('a hall');
    state.fails = true;
    for (let times = 0; times < 2; times++) {
      expect(await said(talk, 'what do they cost')).toEqual([expect.stringMatching(/^error\./), 'Which hall?']);
    }
    const { reply } = await talk.say('what do they cost');
    expect(reply.parts).toEqual([{ phrase: 'give-up-error' }]);
    expect(reply.question).toBeUndefined();
    expect(await said(talk, 'what do they cost')).toEqual([expect.stringMatching(/^error\./)]);
  });

  test('a question of ours from before is not answered by a yes', async () => {
    const { talk, state } = failing();
    await talk.say('forget me', { newSession: true });
    state.fails = true;
    expect((await talk.say('a hall')).reply).toMatchObject({ question: 'what' });
  });
});
