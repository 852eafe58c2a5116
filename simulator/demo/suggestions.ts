/** What turns the yellow light off. The Echo answers it by itself. */
export const READ_NOTIFICATIONS = 'Alexa, read my notifications';

/** Things to say to the demo's bot, by whether the microphone is open, and to the Echo while its light is yellow. */
export interface Suggestions {
  readonly closed: readonly string[];
  readonly open: readonly string[];
  readonly notified: readonly string[];
}

export function suggestions(invocationName: string): Suggestions {
  return {
    closed: [
      `Alexa, open ${invocationName}`,
      `Alexa, ask ${invocationName} how much is a check-up`,
      `Alexa, ask ${invocationName} about the prices`,
      `Alexa, tell ${invocationName} that I have toothache`,
      `Alexa, ask ${invocationName} for any new messages`,
    ],
    open: [
      'What are your opening hours?',
      'Book an appointment',
      'Tell me the whole story',
      'How do I find you?',
      'Tell me a joke',
      'I want to talk to a person',
      'Any new messages?',
      'Turn on notifications',
      'Say that again',
      'Stop',
    ],
    notified: [READ_NOTIFICATIONS],
  };
}
