import { heardSpeech } from '../../../simulator/echo/speech';
import type { Rule } from '../rule';
import { source } from '../sources';
import { asks, isQuestion } from '../talk/asking';
import type { Act } from '../talk/conversation';
import { eachExchange, endOf, type Heard, heardIn } from '../talk/spots';

const SESSIONS = source('voice', '4.1 session management');
const LEAVING: readonly Act[] = ['stop', 'cancel', 'home', 'exit', 'silence'];
/** Characters in which nothing is explained. */
const SHORTEST = { spaced: 25, japanese: 10 } as const;

export const SESSION_RULES: readonly Rule[] = [
  talkRule({
    id: 'SESSION-PROBLEM',
    finds:
      'An answer that Alexa does not take, so that she says "There was a problem with the requested skill\'s response".',
    remedy: 'Look at the message, and at the log of the server for the request',
    source: source('functional', 'no error while it is tested'),
    look: eachExchange(({ verdict, response }) =>
      verdict && verdict.type !== 'ENDPOINT_TIMEOUT' && !isToldElsewhere(response)
        ? `Alexa would not take the answer: ${withoutId(verdict.message)}`
        : undefined,
    ),
  }),
  talkRule({
    id: 'SESSION-TIMEOUT',
    finds: 'An answer that takes longer than Alexa waits.',
    remedy: 'Lower ALOUD_TURN_BUDGET_MS, and see why the server is slow',
    source: source('functional', 'no error while it is tested'),
    look: eachExchange(({ verdict }) => (verdict?.type === 'ENDPOINT_TIMEOUT' ? verdict.message : undefined)),
  }),
  talkRule({
    id: 'SESSION-LAUNCH-SILENT',
    finds: 'A skill that is opened and says nothing.',
    remedy: 'Write a greeting: in business.yaml',
    source: SESSIONS,
    look: eachExchange(({ act, heard, response }) =>
      act === 'launch' && heard === '' && response ? 'The skill is opened, and says nothing' : undefined,
    ),
  }),
  {
    ...talkRule({
      id: 'SESSION-LAUNCH-SHORT',
      finds: 'An opening that does not say what can be asked.',
      remedy: 'Write a greeting: and hints: in business.yaml, or have the bot say what it knows',
      source: source('rejection', 'a welcome that says what can be asked'),
      look: eachExchange(({ act, heard, locale, response }) =>
        act === 'launch' && response && heard !== '' && isShort(heard, locale)
          ? `The opening says little: "${heard}"`
          : undefined,
      ),
    }),
    severity: 'warning',
  },
  talkRule({
    id: 'SESSION-LAUNCH-CLOSED',
    finds: 'A skill that is opened without a request and does not wait for one.',
    remedy: 'Greet, say what can be asked, and keep the session open',
    source: source('rejection', 'welcome prompt and open session'),
    look: eachExchange(({ act, isOpen, verdict, heard }) =>
      act === 'launch' && !isOpen && !verdict
        ? `The skill is opened, and the session is over: "${endOf(heard)}"`
        : undefined,
    ),
  }),
  talkRule({
    id: 'SESSION-STATEMENT-OPEN',
    finds: 'An open microphone behind a statement: nothing tells that an answer is waited for.',
    remedy: 'End with a question, or end the session',
    source: SESSIONS,
    look: eachExchange(({ isOpen, heard, locale }) =>
      isOpen && heard !== '' && !asks(heard, locale)
        ? `The microphone is open, and nothing is asked: "${endOf(heard)}"`
        : undefined,
    ),
  }),
  talkRule({
    id: 'SESSION-QUESTION-CLOSED',
    finds: 'A question behind which the session is over.',
    remedy: 'Keep the session open, or do not ask',
    source: SESSIONS,
    look: eachExchange(({ act, isOpen, verdict, response, heard }) =>
      !isOpen && !verdict && response && !LEAVING.includes(act) && isQuestion(heard)
        ? `Something is asked, and the session is over: "${endOf(heard)}"`
        : undefined,
    ),
  }),
  talkRule({
    id: 'SESSION-REPROMPT-MISSING',
    finds: 'An open session without a reprompt.',
    remedy: 'Say once more what is waited for, when nobody answers',
    source: SESSIONS,
    look: eachExchange(({ response }) =>
      isWithoutReprompt(response) ? 'The session is open, and there is no reprompt' : undefined,
    ),
  }),
  talkRule({
    id: 'SESSION-END-UNSAID',
    finds: 'An answer that does not say whether the session goes on (shouldEndSession): devices differ then.',
    remedy: 'Set shouldEndSession to true or false',
    source: source('response', 'shouldEndSession'),
    look: eachExchange(({ act, response }) =>
      act !== 'exit' && isEndUnsaid(response) ? 'It is not said whether the session goes on' : undefined,
    ),
  }),
  talkRule({
    id: 'SESSION-HELP-CLOSED',
    finds: 'A help behind which the session is over.',
    remedy: 'Say what can be asked, ask for it, and keep the session open',
    source: source('voice', 'help'),
    look: eachExchange(({ act, isOpen, verdict }) =>
      act === 'help' && !isOpen && !verdict ? 'The help ends the session' : undefined,
    ),
  }),
  talkRule({
    id: 'SESSION-HELP-SHORT',
    finds: 'A help that explains nothing.',
    remedy: 'Say what the skill can do, with hints: in business.yaml',
    source: source('voice', 'help'),
    look: eachExchange(({ act, heard, locale, response }) =>
      act === 'help' && response && isShort(heard, locale) ? `The help explains nothing: "${heard}"` : undefined,
    ),
  }),
  talkRule({
    id: 'SESSION-STOP-OPEN',
    finds: 'A "stop" behind which the session goes on, in whichever state it is said.',
    remedy: 'End the session at AMAZON.StopIntent',
    source: source('voice', 'stop and cancel'),
    look: eachExchange(({ act, isOpen }) => (act === 'stop' && isOpen ? '"Stop" does not end the session' : undefined)),
  }),
  talkRule({
    id: 'SESSION-CANCEL-OPEN',
    finds: 'A "cancel" that neither ends the session nor asks how to go on.',
    remedy: 'End the session, or what is cancelled, and ask what else is wanted',
    source: source('voice', 'stop and cancel'),
    look: eachExchange(({ act, isOpen, heard, locale }) =>
      act === 'cancel' && isOpen && !asks(heard, locale)
        ? `"Cancel" goes on without a question: "${endOf(heard)}"`
        : undefined,
    ),
  }),
  talkRule({
    id: 'SESSION-HOME-OPEN',
    finds: 'A "go home" behind which the session goes on.',
    remedy: 'End the session at AMAZON.NavigateHomeIntent',
    source: source('voice', 'stop and cancel'),
    look: eachExchange(({ act, isOpen }) =>
      act === 'home' && isOpen ? '"Go home" does not end the session' : undefined,
    ),
  }),
  talkRule({
    id: 'SESSION-NONSENSE-CLOSED',
    finds: 'A session that is over as something was not understood.',
    remedy: 'Say that it was not understood, and ask again',
    source: source('voice', 'error handling'),
    look: eachExchange(({ act, isOpen, verdict, heard }) =>
      act === 'nonsense' && !isOpen && !verdict
        ? `What is not understood ends the session: "${endOf(heard)}"`
        : undefined,
    ),
  }),
  talkRule({
    id: 'SESSION-END-FAILS',
    finds:
      'An end of the session, as nobody spoke or somebody said "exit", that the skill answers with speech, or that fails.',
    remedy: 'Answer SessionEndedRequest with an empty response',
    source: source('response', 'SessionEndedRequest'),
    look: eachExchange(({ act, isOpen, verdict }) =>
      (act === 'silence' || act === 'exit') && (isOpen || verdict)
        ? `The end of the session is not taken as one: ${verdict?.message ?? 'it is still open'}`
        : undefined,
    ),
  }),
  talkRule({
    id: 'SESSION-ONE-SHOT-LOST',
    finds: 'A request in one breath with the name that is answered as if the skill had only been opened.',
    remedy: 'Answer the request: it came with the opening',
    source: source('voice', 'one-shot phrasing'),
    look: (subject) => {
      const openings = new Set(
        heardIn(subject.talk?.conversations ?? [])
          .filter(({ act, heard }) => act === 'launch' && heard !== '')
          .map(({ locale, heard }) => `${locale} ${heard}`),
      );
      return eachExchange(({ act, locale, heard }) =>
        act === 'one-shot' && openings.has(`${locale} ${heard}`) ? `The request is lost: "${endOf(heard)}"` : undefined,
      )(subject);
    },
  }),
  talkRule({
    id: 'SESSION-OUTAGE',
    finds: 'A skill that says nothing, or fails, while its bot does not answer. Not tried on your own bot.',
    remedy: 'Say that it does not work now',
    source: source('voice', 'error handling'),
    look: eachExchange(({ act, heard, verdict }) =>
      act === 'outage' && (heard === '' || verdict) ? 'While the bot is down the skill says nothing of use' : undefined,
    ),
  }),
];

/** Rules of conversations: what they find Amazon rejects. */
function talkRule(rule: Omit<Rule, 'severity' | 'needsTalk'>): Rule {
  return { ...rule, severity: 'error', needsTalk: true };
}

function isShort(heard: string, locale: string): boolean {
  return [...heard].length < (locale.startsWith('ja') ? SHORTEST.japanese : SHORTEST.spaced);
}

function isWithoutReprompt(response: Heard['response']): boolean {
  const { shouldEndSession, reprompt } = response?.response ?? {};
  return shouldEndSession === false && heardSpeech(reprompt?.outputSpeech) === '';
}

function isEndUnsaid(response: Heard['response']): boolean {
  const inner = response?.response;
  const isVideo = inner?.directives?.some(({ type }) => String(type) === 'VideoApp.Launch') ?? false;
  return inner !== undefined && !isVideo && typeof inner.shouldEndSession !== 'boolean';
}

function isToldElsewhere(response: Heard['response']): boolean {
  return isWithoutReprompt(response) || isEndUnsaid(response);
}

function withoutId(message: string): string {
  return message.replace(/(?:for requestId|with id) \S+ ?/g, '');
}
