import {
  asIntent,
  asIntentOrWords,
  asTold,
  asWords,
  differs,
  held,
  isIntent,
  isRequest,
  isSpoken,
  judgeDelays,
  onLast,
  unclear,
} from './judging';
import {
  asksConsent,
  hasPerson,
  hasScreen,
  intentOf,
  isEvent,
  isNewSession,
  nameOf,
  reasonOf,
  typeOf,
  wordsOf,
} from './seen';
import type { Step } from './step';

const DIALOG = 'Amazon, Dialog interface reference, ElicitSlot: says nothing of it';
const SESSIONS = 'Amazon, manage the skill session: told for devices in general';
const EVENTS = 'Amazon, skill events: prose speaks of Lambda, the manifest takes an HTTPS address';
const PROACTIVE = 'Amazon, Proactive Events API: one template, not heard by us';
const ALEXA_PLUS = 'A report of 2026-02: skills in development are not reached by one-shots on Alexa+';

/** In the order in which they are tried: one conversation flows into the next, twenty minutes in all. */
export const STEPS: readonly Step[] = [
  {
    id: 'launch',
    title: 'Opening the skill',
    say: 'open',
    expect: 'a LaunchRequest in a new session',
    fact: 'Opening by name sends a LaunchRequest, and the greeting is heard.',
    source: 'Amazon, request types',
    change: 'the invocation name in business.yaml, and the endpoint of the skill (npx aloud deploy)',
    ...{ from: 'closed', seconds: 60, fits: isSpoken },
    judge: onLast((seen) =>
      typeOf(seen) === 'LaunchRequest' && isNewSession(seen) ? held(nameOf(seen)) : differs(nameOf(seen)),
    ),
  },
  {
    id: 'free-words',
    title: 'Free words while a slot is elicited',
    say: 'question',
    expect: 'ChatIntent with all words in its slot',
    fact: 'While the slot is elicited a sentence comes whole, without a carrier phrase.',
    source: DIALOG,
    change: 'the dialog section of the interaction models (docs/languages.md); build the model again',
    ...{ from: 'open', seconds: 60, fits: isIntent, judge: asWords },
  },
  {
    id: 'yes',
    title: '"Yes" while a slot is elicited',
    say: 'yes',
    expect: 'AMAZON.YesIntent, or the word in the slot',
    fact: 'Yes comes as its intent or as a word; both are understood.',
    source: DIALOG,
    change: 'report it: neither form reached the skill (answers of the language)',
    ...{ from: 'open', seconds: 60, fits: isIntent, judge: asIntentOrWords('AMAZON.YesIntent') },
  },
  {
    id: 'no',
    title: '"No" while a slot is elicited',
    say: 'no',
    expect: 'AMAZON.NoIntent, or the word in the slot',
    fact: 'No comes as its intent or as a word; both are understood.',
    source: DIALOG,
    change: 'report it: neither form reached the skill (answers of the language)',
    ...{ from: 'open', seconds: 60, fits: isIntent, judge: asIntentOrWords('AMAZON.NoIntent') },
  },
  {
    id: 'fallback',
    title: 'Something Alexa does not know while a slot is elicited',
    say: 'nonsense',
    expect: 'words in the slot, AMAZON.FallbackIntent, or nothing but the reprompt',
    fact: 'What is not understood comes as words, as FallbackIntent, or is answered by the reprompt, and the session goes on.',
    source: 'Amazon, FallbackIntent: not told for elicitation',
    change: 'report it: the session ended, or another intent took it',
    ...{ from: 'open', seconds: 30, fits: isIntent },
    judge({ seen }) {
      const last = seen.findLast((request) => typeOf(request) !== 'LaunchRequest');
      if (!last) return held('nothing came: the reprompt took it');
      if (wordsOf(last) !== undefined || intentOf(last) === 'AMAZON.FallbackIntent') return held(nameOf(last));
      return differs(nameOf(last));
    },
  },
  {
    id: 'number',
    title: 'A number as free words',
    say: 'number',
    expect: 'the slot holds the number, in words or digits',
    fact: 'Numbers come as text of the slot, spelled or in digits; both are read.',
    source: 'Amazon, AMAZON.SearchQuery: does not say how numbers are written',
    change: 'report it with the fixture (numbers of the language)',
    ...{ from: 'open', seconds: 60, fits: isIntent, judge: asWords },
  },
  {
    id: 'time',
    title: 'A time as free words',
    say: 'time',
    expect: 'the slot holds the time as text',
    fact: 'Times come as text of the slot.',
    source: 'Amazon, AMAZON.SearchQuery: does not say how times are written',
    change: 'report it with the fixture (times of the language)',
    ...{ from: 'open', seconds: 60, fits: isIntent, judge: asWords },
  },
  {
    id: 'pause',
    title: 'A pause within a sentence',
    say: 'paused',
    expect: 'the whole sentence in one slot',
    fact: 'A pause of two seconds does not end what is heard.',
    source: 'Not told by Amazon',
    change: 'tell people to speak without a pause, or have the bot ask for one thing at a time',
    ...{ from: 'open', seconds: 60, fits: isIntent },
    question: 'Was the whole sentence understood, also what came behind the pause?',
    judge: asTold('the whole sentence came', 'the sentence was cut at the pause'),
  },
  {
    id: 'cancel',
    title: '"Cancel" with a question open',
    say: 'cancel',
    expect: 'AMAZON.CancelIntent, or the word in the slot',
    fact: 'Cancel comes as its intent also while the bot offers something; as a word it is understood as one.',
    source: DIALOG,
    change: 'report it: neither form reached the skill (commands of the language)',
    ...{ from: 'open', seconds: 60, fits: (seen) => isIntent(seen) || isRequest('SessionEndedRequest')(seen) },
    judge: asIntentOrWords('AMAZON.CancelIntent'),
  },
  {
    id: 'stop',
    title: '"Stop" with a question open',
    say: 'stop',
    expect: 'AMAZON.StopIntent, and the session ends',
    fact: 'Stop always comes as its intent.',
    source: 'Amazon, standard built-in intents',
    change: 'report it: certification wants stop in every state',
    ...{ from: 'open', seconds: 60, fits: (seen) => isIntent(seen) || isRequest('SessionEndedRequest')(seen) },
    judge: asIntent('AMAZON.StopIntent'),
  },
  {
    id: 'exit',
    title: '"Exit"',
    say: 'exit',
    expect: 'a SessionEndedRequest, USER_INITIATED',
    fact: 'Exit is Alexa’s own: the skill only hears that the session is over.',
    source: 'Amazon, SessionEndedRequest',
    change: 'nothing to switch; the report counts such an end as one by command then',
    ...{ from: 'open', seconds: 60, fits: (seen) => isIntent(seen) || isRequest('SessionEndedRequest')(seen) },
    judge: onLast((seen) => (reasonOf(seen) === 'USER_INITIATED' ? held(nameOf(seen)) : differs(nameOf(seen)))),
  },
  {
    id: 'silence',
    title: 'Silence on an Echo',
    doing: 'Open the skill, then say nothing at all for a minute and a half.',
    expect: 'a SessionEndedRequest, EXCEEDED_MAX_REPROMPTS, behind the reprompt',
    fact: 'Silence ends the session with a SessionEndedRequest; on a screen perhaps later, or not at all.',
    source: SESSIONS,
    change: 'nothing to switch: what was not heard is kept; the report counts no silent ends from such devices',
    ...{ from: 'open', seconds: 100, fits: isRequest('SessionEndedRequest') },
    judge({ seen, waitedMs }) {
      const ended = seen.findLast(isRequest('SessionEndedRequest'));
      const device = seen.some(hasScreen) ? 'on a screen' : 'without a screen';
      if (!ended) return differs(`${device}: no end was told within 100 seconds`);
      const observed = `${device}: ${nameOf(ended)} after ${Math.round(waitedMs / 1000)} seconds`;
      return reasonOf(ended) === 'EXCEEDED_MAX_REPROMPTS' ? held(observed) : differs(observed);
    },
  },
  {
    id: 'one-shot',
    title: 'A one-shot: "ask … where …"',
    say: 'ask',
    expect: 'ChatIntent with words in a new session',
    fact: 'A request in one breath with the name reaches the bot, on Alexa+ too.',
    source: ALEXA_PLUS,
    change: 'the example phrases of the listing in business.yaml: use "open …" alone while the skill is in development',
    ...{ from: 'closed', seconds: 60, fits: isSpoken },
    judge: onLast((seen) =>
      isNewSession(seen) && wordsOf(seen) !== undefined
        ? held(nameOf(seen))
        : differs(`${nameOf(seen)}: the request was lost`),
    ),
  },
  {
    id: 'name-and-request',
    title: 'The name with a request, without "ask"',
    say: 'name',
    expect: 'ChatIntent with words, or a LaunchRequest',
    fact: 'The name and a request without a launch word reach the skill.',
    source: ALEXA_PLUS,
    change: 'do not print such phrases: say "open …"',
    ...{ from: 'closed', seconds: 60, fits: isSpoken },
    judge: onLast((seen) => {
      if (wordsOf(seen) !== undefined) return held(nameOf(seen));
      return typeOf(seen) === 'LaunchRequest' ? held('a LaunchRequest: the request was lost') : differs(nameOf(seen));
    }),
  },
  {
    id: 'progressive',
    title: 'A sentence that fills the wait',
    say: 'question',
    expect: 'a filler is heard while the answer is waited for; here answers are held back for four seconds',
    fact: 'A progressive response is spoken while the request is being answered.',
    source: 'Amazon, progressive response: not told for every device',
    change: 'nothing to switch; tell the bot’s builder to keep it fast, as people hear silence',
    ...{ from: 'open', seconds: 60, fits: isIntent, holdMs: 4000 },
    question: 'Did Alexa say something before the answer, that she is looking or still at it?',
    judge: asTold('the filler was heard', 'no filler was heard (a bot that answers at once gets none)'),
  },
  {
    id: 'limit',
    title: 'The limit of eight seconds',
    say: 'question',
    expect: 'the answer is heard although it comes after seven and a half seconds',
    fact: 'Alexa waits for about eight seconds.',
    source: 'Amazon, progressive response: "approximately eight seconds"',
    change: 'ALOUD_TURN_BUDGET_MS: set it a second below what held',
    ...{ from: 'open', seconds: 60, fits: isIntent, holdMs: 7500 },
    question: 'Did you hear the answer, and not that there is a problem with the skill?',
    judge: asTold('an answer after 7.5 seconds was heard', 'an answer after 7.5 seconds came too late'),
  },
  {
    id: 'events',
    title: 'Skill events over HTTPS',
    doing: 'In the Alexa app disable the skill, and enable it again.',
    expect: 'AlexaSkillEvent.SkillDisabled and AlexaSkillEvent.SkillEnabled',
    fact: 'Skill events come to an HTTPS endpoint as they do to Lambda.',
    source: EVENTS,
    change: 'deploy on AWS (docs/deploy-aws.md), or erase who leaves with aloud erase: docs/privacy.md',
    ...{ from: 'any', seconds: 300, fits: (seen) => typeOf(seen) === 'AlexaSkillEvent.SkillEnabled' },
    judge({ seen }) {
      const events = [...new Set(seen.filter(isEvent).map(typeOf))];
      const wanted = ['AlexaSkillEvent.SkillDisabled', 'AlexaSkillEvent.SkillEnabled'];
      const missing = wanted.filter((type) => !events.includes(type));
      if (missing.length === 0) return held(events.join(', '));
      return differs(`${events.join(', ') || 'no event'}; missing: ${missing.join(', ')}`);
    },
  },
  {
    id: 'permission-card',
    title: 'The card that asks for consent',
    say: 'notify',
    expect: 'an answer with the card, which the Alexa app shows',
    fact: 'Consent to notifications is asked for by a card in the app.',
    source: 'Amazon, permissions: not told for every app',
    change: 'the permission in the manifest (npx aloud deploy); without it people open the skill’s settings in the app',
    ...{ from: 'open', seconds: 60, fits: isIntent },
    question: 'Does the Alexa app show a card that asks for the permission?',
    judge: (evidence) =>
      evidence.seen.some(asksConsent)
        ? asTold('the card was shown', 'the card was sent, and is not shown')(evidence)
        : unclear('the answer held no card: notifications are not set up, or are allowed already'),
  },
  {
    id: 'subscription',
    title: 'What is told of consent',
    doing: 'In the Alexa app allow the skill its notifications (skill, settings, permissions).',
    expect: 'AlexaSkillEvent.ProactiveSubscriptionChanged',
    fact: 'Consent is told by an event, also to an HTTPS endpoint.',
    source: EVENTS,
    change: 'deploy on AWS (docs/deploy-aws.md): nobody is sent notifications without that event',
    ...{ from: 'any', seconds: 180, fits: (seen) => typeOf(seen) === 'AlexaSkillEvent.ProactiveSubscriptionChanged' },
    judge({ seen }) {
      const events = [...new Set(seen.filter(isEvent).map(typeOf))];
      if (events.includes('AlexaSkillEvent.ProactiveSubscriptionChanged')) return held(events.join(', '));
      return differs(events.join(', ') || 'no event');
    },
  },
  {
    id: 'notification',
    title: 'A notification',
    doing:
      'On the platform write to your conversation as a live agent, wait for the chime, and say: “Alexa, read my notifications”.',
    expect: 'a chime, then: you have one new message from the name of the business',
    fact: 'A Proactive Event is announced, and read as “one new message from …”.',
    source: PROACTIVE,
    change: 'ALEXA_CLIENT_ID, ALEXA_CLIENT_SECRET and ALEXA_STAGE; aloud notifications tells why one was not sent',
    ...{ from: 'any', seconds: 5, fits: () => false },
    question: 'Was there a chime, and did Alexa name the number of messages and the business?',
    judge: asTold('announced and read in those words', 'not announced, or read in other words'),
  },
  {
    id: 'person',
    title: 'A recognised voice',
    doing: 'Have somebody with a voice profile open the skill and say something.',
    expect: 'a request with personId',
    fact: 'A recognised voice is named in the request, where the skill may know it.',
    source: 'Amazon, personalization: needs the permission and a voice profile',
    change: 'ALOUD_SPEAKERS: leave it off where voices are not recognised',
    ...{ from: 'any', seconds: 90, fits: hasPerson },
    judge: ({ seen }) => (seen.some(hasPerson) ? held('personId is there') : differs('no request had a personId')),
  },
  {
    id: 'delay',
    title: 'Times of the requests',
    doing: 'Nothing: this is about all requests so far.',
    expect: 'each request comes within a second and a half of its time',
    fact: 'Requests come soon after the time they bear, and clocks agree.',
    source: 'Amazon, request signature: at most 150 seconds',
    change: 'this machine’s clock (NTP), or a tunnel nearer to Amazon’s region',
    ...{ from: 'any', seconds: 0, fits: () => false, judge: judgeDelays },
  },
];
