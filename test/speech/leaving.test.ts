import { voiceFor } from '../../lambda/speech/voice';

const said = 'What would you like?';

test.each<[label: string, leaves: boolean, more?: { use?: string; others?: readonly string[]; said?: string }]>([
  ['Cancel', true],
  ['CANCEL!', true],
  ['Never mind', true],
  ['Go back', true],
  ['Cancel order', false],
  ['Main menu', false],
  // What is told of it counts, too.
  ['Back', true, { use: 'Return to the menu' }],
  ['Back', true, { use: 'exit this chat' }],
  ['Back', false, { use: 'Return the parcel for free' }],
  // Where something may be cancelled, "Cancel" does that.
  ['Cancel', false, { said: 'Shall I cancel your order?' }],
  ['Cancel', true, { said: 'Do you agree to the cancellation fee?' }],
  ['Cancel', false, { others: ['Keep it'] }],
  ['Cancel', false, { others: ['More', 'Reschedule'] }],
  ['Cancel', true, { others: ['Tea for keeps'] }],
  ['Go back', true, { said: 'Shall I cancel your order?', others: ['Keep it'] }],
])('%j only leaves what the bot is at: %j, with %j', (label, leaves, more = {}) => {
  expect(voiceFor('en-US').leaves({ label, use: undefined, others: [], said, ...more })).toBe(leaves);
});
