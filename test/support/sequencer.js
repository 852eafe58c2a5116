const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * The files that take longest, by turns one that mostly waits, for timers and other processes, and one that keeps a core busy: so
 * neither runs alone at the end. What breaks things from outside comes well behind the demo, whose bot is waited for by the real time. What needs DynamoDB Local by the real time comes behind what does not: a cold JVM answers late.
 */
const LONGEST = [
  // In a process that nothing has run in yet: it collects all garbage again and again.
  'fuzz/memory.test.ts',
  'simulator/demo.test.ts',
  'operator/certify-talk-plants.test.ts',
  'e2e/platforms.test.ts',
  'operator/certify.test.ts',
  'browser/conversation.test.ts',
  'operator/certify-plants.test.ts',
  'functions/queued-words.test.ts',
  'conversation/answers/languages.test.ts',
  'operator/as-typed.test.ts',
  'e2e/conversations/klaunch.test.ts',
  'conversation/answers/heard.test.ts',
  'operator/set-up.test.ts',
  'e2e/conversations/wotnot.test.ts',
  'e2e/privacy.test.ts',
  'operator/certification-set.test.ts',
  'e2e/conversations/chataibot.test.ts',
  'speech/messages.test.ts',
  'contract/store.dynamodb.test.ts',
  'chaos/chaos.test.ts',
  'e2e/conversations/voximplant.test.ts',
  'speech/linear.test.ts',
  'functions/queued-words.dynamodb.test.ts',
  'speech/voice.test.ts',
  'build.test.ts',
  'speech/linear-wording.test.ts',
  'e2e/several-skills.dynamodb.test.ts',
  'operator/demo-conversations.test.ts',
  'release.test.ts',
  'speech/render.test.ts',
  'fuzz/fuzz.test.ts',
  'contract/platform.wotnot.test.ts',
  'store/stored.dynamodb.test.ts',
  'speech/slices.test.ts',
  'notifications/broadcast.dynamodb.test.ts',
  'e2e/odd-requests.test.ts',
  'contract/store.lean-dynamodb.test.ts',
  'generated.test.ts',
  'e2e/business.test.ts',
  'conversation/asking-languages.test.ts',
  'conversation/interleaving.dynamodb.test.ts',
  'conversation/asking.test.ts',
  'e2e/processes.test.ts',
  'simulator/echo/nlu.test.ts',
  'notifications/broadcast.test.ts',
  'conversation/asking-corpus.test.ts',
  'e2e/queued-words.test.ts',
  'speech/numbers/reader.test.ts',
  'conversation/due-words.dynamodb.test.ts',
  'conversation/interleaving.test.ts',
  'store/dynamodb-troubles.test.ts',
  'conversation/waiting.test.ts',
  'functions/functions.test.ts',
  'conversation/sending.test.ts',
];

function placeOf({ path }) {
  const place = LONGEST.findIndex((file) => path.replaceAll('\\', '/').endsWith(`/test/${file}`));
  return place < 0 ? LONGEST.length : place;
}

/** Begins with the longest, also in a fresh checkout, where Jest does not know yet how long each takes. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => placeOf(one) - placeOf(other));
  }
};
