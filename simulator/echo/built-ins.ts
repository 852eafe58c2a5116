/**
 * What English speakers say for Amazon's standard intents: the phrases of Amazon's own table ("Standard Built-in
 * Intents") and their closest kin. Amazon's full lists are not public.
 */
const BUILT_IN_PHRASES: Readonly<Record<string, readonly string[]>> = {
  'AMAZON.HelpIntent': ['help', 'help me', 'can you help me', 'help please'],
  'AMAZON.StopIntent': ['stop', 'off', 'shut up', 'stop it', 'please stop', 'stop please'],
  'AMAZON.CancelIntent': ['cancel', 'never mind', 'nevermind', 'forget it', 'cancel that', 'cancel it'],
  'AMAZON.NavigateHomeIntent': ['go home', 'home', 'navigate home', 'go to the home screen'],
  'AMAZON.YesIntent': ['yes', 'yes please', 'yeah', 'yep', 'yup', 'sure', 'sure thing', 'of course'],
  'AMAZON.NoIntent': ['no', 'no thanks', 'no thank you', 'nope', 'nah'],
  'AMAZON.RepeatIntent': ['repeat', 'repeat that', 'repeat it', 'say that again', 'say it again'],
  'AMAZON.StartOverIntent': ['start over', 'restart', 'start again'],
};

/** The standard intent that heard words stand for. */
export function builtInIntent(words: string): string | undefined {
  return Object.keys(BUILT_IN_PHRASES).find((name) => BUILT_IN_PHRASES[name]?.includes(words));
}

/** Every phrase of a standard intent that the simulator knows. */
export function builtInPhrases(): ReadonlyArray<readonly [intent: string, phrase: string]> {
  return Object.entries(BUILT_IN_PHRASES).flatMap(([name, phrases]) =>
    phrases.map((phrase) => [name, phrase] as const),
  );
}
