import type { Usage } from '../test/support/dynamodb-meter';

/** What is measured of DynamoDB, as the table of the results names it. */
export const ACTIVITIES = {
  arrival: 'a new user opens the skill',
  inlineTurn: 'a turn, the bot answers in the call',
  webhookTurn: 'a turn, the bot answers by webhook after two seconds',
  sessionEnd: 'a session ends',
  answer: 'the webhook of an answer',
  threadAnswer: 'the same, where it names a thread',
  timelessAnswer: 'the same, without an id and a time, and the note of how it was answered',
  timelessRepetition: 'its repetition, with the note',
  link: 'a thread is linked, and the one before is left',
  delivery: "the webhook of a person's message or a broadcast",
  notification: 'a notification, of those sent together',
  look: 'the notifier looks, and nothing is due',
  erasure: 'a user is erased',
} as const;

/** What each activity takes of DynamoDB, means. */
export type Units = Readonly<Record<keyof typeof ACTIVITIES, Usage>>;
