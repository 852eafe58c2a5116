import { createClock } from './clock.js';

/**
 * One exchange after the other: the person speaks, the Echo thinks, Alexa answers, the microphone opens and closes. The
 * person may speak at any moment: what they interrupt is not heard any more.
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
  /** The Echo that is talked to now: answers of one before it are nothing to us. */
  let connection = 0;
  /** The exchanges that have no answer yet, by their moments. */
  const running = new Set();
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

  /** Says it when all that was said before in the exchange is over, unless the person has gone on. */
  async function speak({ now, spoken }, text, andThen) {
    await spoken;
    if (now !== moment) return;
    if (text) ring.show('speaking');
    await voice.speak(text, echo.locale);
    if (now === moment) andThen();
  }

  /** The Echo says something while it waits. */
  function sayMeanwhile(exchange, text) {
    const wait = () => running.has(exchange.now) && ring.show('thinking');
    dialogue.progress(text);
    exchange.spoken = speak(exchange, text, wait);
  }

  /** @param request gets what is to be told of words that are said before the answer */
  async function exchange(request, onAnswered) {
    const on = connection;
    const isOurs = () => on === connection;
    const current = { now: interrupt(), spoken: undefined };
    running.add(current.now);
    ring.show('thinking');
    try {
      const answer = await request((text) => isOurs() && sayMeanwhile(current, text));
      running.delete(current.now);
      if (isOurs()) await onAnswered(answer, current);
    } catch (error) {
      running.delete(current.now);
      if (!isOurs()) return;
      dialogue.note(error.message);
      if (current.now === moment) ring.show('error');
    }
  }

  /** Nobody heard what was said, so nothing was interrupted either. */
  function resume() {
    if (running.size === 0) return close();
    moment = Math.max(...running);
    ring.show('thinking');
  }

  function answered({ turn: exchanged, webhooks, choices, spoken, ...now }, current) {
    onAnswer(now);
    if (spoken !== undefined) {
      dialogue.device(spoken);
      return speak(current, spoken, close);
    }
    const turn = exchanged && { ...exchanged, webhooks };
    if (!turn) {
      dialogue.note(`The microphone is closed, so nobody heard that. Begin with “${echo.suggestions.closed[0]}”.`);
      return resume();
    }
    if (turn.interrupted) return dialogue.note(`“${turn.said}” was interrupted: its answer is not heard.`);
    dialogue.alexa(turn);
    inspector.show(turn);
    if (turn.verdict) return speak(current, turn.speech, () => ring.show('error'));
    if (turn.response?.response.card?.type === 'AskForPermissionsConsent') onPermissionAsked();
    if (turn.state === 'idle') return speak(current, turn.speech, close);
    if (choices.length > 0) offer(choices);
    else suggest('open');
    return speak(current, turn.speech, open);
  }

  /** The microphone's time is over. First Alexa asks again, then the session ends. */
  function silence() {
    return exchange(echo.silence, ({ reprompt, turn }, current) => {
      if (reprompt !== undefined) {
        if (reprompt) dialogue.reprompt(reprompt);
        return speak(current, reprompt, open);
      }
      if (turn?.interrupted) return undefined;
      if (turn) {
        dialogue.note('Nothing was said, so the session ended.');
        inspector.show(turn);
      }
      return speak(current, '', close);
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
    say(utterance) {
      dialogue.person(utterance);
      exchange((onProgress) => echo.hear(utterance, onProgress), answered);
    },
    /** Begins with another Echo: of another platform or language, or of another customer. */
    async begin(wanted) {
      const now = interrupt();
      connection += 1;
      running.clear();
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
