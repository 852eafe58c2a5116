import { createClock } from './clock.js';

/**
 * One exchange after the other: the person speaks, the Echo thinks, Alexa answers, the microphone opens and closes. The
 * person may speak at any moment but while the Echo thinks.
 */
export function createConversation({
  echo,
  ring,
  voice,
  dialogue,
  chips,
  inspector,
  onOpen,
  onEcho,
  onAnswer,
  onPermissionAsked,
}) {
  const clock = createClock({ onTick: ring.time, onEnd: silence });
  let thinking = false;
  /** Whether notifications wait. */
  let notified = false;
  /** What is suggested now; `undefined` while the bot's choices are shown. */
  let suggested;
  /** Counts what happens, so that what was interrupted does not go on afterwards. */
  let moment = 0;

  function interrupt() {
    moment += 1;
    clock.stop();
    voice.stop();
    return moment;
  }

  function suggest(kind) {
    suggested = kind;
    const { [kind]: texts, notified: first } = echo.suggestions;
    chips.show([...(notified ? first : []), ...texts], 'suggestion');
  }

  function offer(choices) {
    suggested = undefined;
    chips.show(choices, 'choice');
  }

  function close() {
    ring.show('idle');
    suggest('closed');
  }

  function open() {
    ring.show('listening');
    clock.start();
    onOpen();
  }

  async function speak(text, andThen) {
    const now = moment;
    if (text) ring.show('speaking');
    await voice.speak(text, echo.locale);
    if (now === moment) andThen();
  }

  async function exchange(request, onAnswered) {
    const now = interrupt();
    thinking = true;
    ring.show('thinking');
    try {
      const answer = await request();
      if (now !== moment) return;
      thinking = false;
      await onAnswered(answer);
    } catch (error) {
      if (now !== moment) return;
      thinking = false;
      ring.show('error');
      dialogue.note(error.message);
    }
  }

  function answered({ turn: exchanged, webhooks, choices, spoken, ...now }) {
    onAnswer(now);
    if (spoken !== undefined) {
      dialogue.device(spoken);
      return speak(spoken, close);
    }
    const turn = exchanged && { ...exchanged, webhooks };
    if (!turn) {
      dialogue.note(`The microphone is closed, so nobody heard that. Begin with “${echo.suggestions.closed[0]}”.`);
      return close();
    }
    dialogue.alexa(turn);
    inspector.show(turn);
    const heard = [...turn.progress, turn.speech].join(' ');
    if (turn.verdict) return speak(heard, () => ring.show('error'));
    if (turn.response?.response.card?.type === 'AskForPermissionsConsent') onPermissionAsked();
    if (turn.state === 'idle') return speak(heard, close);
    if (choices.length > 0) offer(choices);
    else suggest('open');
    return speak(heard, open);
  }

  /** The microphone's time is over. First Alexa asks again, then the session ends. */
  function silence() {
    return exchange(echo.silence, ({ reprompt, turn }) => {
      if (reprompt !== undefined) {
        if (reprompt) dialogue.reprompt(reprompt);
        return speak(reprompt, open);
      }
      if (turn) {
        dialogue.note('Nothing was said, so the session ended.');
        inspector.show(turn);
      }
      return close();
    });
  }

  return {
    clock,
    /** Whether notifications wait. */
    notify(waiting) {
      ring.notify(waiting);
      if (waiting === notified) return;
      notified = waiting;
      if (suggested) suggest(suggested);
    },
    /** `false` while the Echo thinks: then nothing was said. */
    say(utterance) {
      if (thinking) return false;
      dialogue.person(utterance);
      exchange(() => echo.hear(utterance), answered);
      return true;
    },
    /** Begins with another Echo: of another platform or language, or of another customer. */
    async begin(wanted) {
      const now = interrupt();
      thinking = false;
      try {
        const device = await echo.connect(wanted);
        if (now !== moment) return;
        onEcho(device);
        close();
        dialogue.welcome('Say hello to the bot', `Try “${echo.suggestions.closed[0]}”, or tap a suggestion.`);
      } catch (error) {
        ring.show('error');
        dialogue.note(error.message);
      }
    },
  };
}
