/** Things to say to the demo's bot, by whether the microphone is open. */
export interface Suggestions {
  readonly closed: readonly string[];
  readonly open: readonly string[];
}

export function suggestions(invocationName: string): Suggestions {
  return {
    closed: [
      `Alexa, open ${invocationName}`,
      `Alexa, ask ${invocationName} about the prices`,
      `Alexa, tell ${invocationName} that I have toothache`,
    ],
    open: [
      'What are your opening hours?',
      'Book an appointment',
      'Tell me the whole story',
      'How do I find you?',
      'Tell me a joke',
      'I want to talk to a person',
      'Say that again',
      'Stop',
    ],
  };
}
