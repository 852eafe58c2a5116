import { createClock } from './clock.js';

/**
 * What the page does with one exchange after the other: the person speaks, the Echo thinks, Alexa answers, the
 * microphone opens and closes. The person may speak at any moment but while the Echo thinks.
 */
export function createConversation({ echo, ring, voice, dialogue, chips, inspector, onOpen, onSettings }) {
  const clock = createClock({ onTick: ring.time, onEnd: () => silence() });
  let device;
  let thinking = false;
  /** Counts what happened, so that speech which was interrupted does not open the microphone afterwards. */
  let moment = 0;

  function interrupt() {
    moment += 1;
    clock.stop();
    voice.stop();
    return moment;
  }

  function close(words) {
    ring.show('idle', words);
    chips.show(device.suggestions.closed, 'suggestion');
  }

  async function listenAfter(speech) {
    const now = moment;
    ring.show('speaking');
    await voice.speak(speech, device.locale);
    if (now !== moment) return;
    ring.show('listening');
    clock.start();
    onOpen();
  }

  async function closeAfter(speech) {
    const now = moment;
    if (speech) ring.show('speaking');
    await voice.speak(speech, device.locale);
    if (now === moment) close();
  }

  async function answered({ turn, choices }) {
    dialogue.alexa(turn);
    inspector.show(turn);
    if (turn.verdict) {
      ring.show('error');
      voice.speak(turn.speech, device.locale);
      chips.show(device.suggestions.closed, 'suggestion');
    } else if (turn.state === 'listening') {
      if (choices.length > 0) chips.show(choices, 'choice');
      else chips.show(device.suggestions.open, 'suggestion');
      await listenAfter(turn.speech);
    } else {
      chips.show(device.suggestions.closed, 'suggestion');
      await closeAfter(turn.speech);
    }
  }

  async function exchange(request, onAnswer) {
    interrupt();
    thinking = true;
    ring.show('thinking');
    try {
      const answer = await request();
      thinking = false;
      await onAnswer(answer);
    } catch (error) {
      thinking = false;
      ring.show('error');
      dialogue.note(error.message);
    }
  }

  function silence() {
    return exchange(echo.silence, (answer) => {
      if ('reprompt' in answer) {
        if (answer.reprompt) dialogue.reprompt(answer.reprompt);
        return listenAfter(answer.reprompt);
      }
      if (answer.turn) {
        inspector.show(answer.turn);
        dialogue.note('You said nothing, so the session ended.');
      }
      return close();
    });
  }

  return {
    clock,
    get locale() {
      return device?.locale;
    },
    /** `false` while the Echo is thinking: nothing was said. */
    say(utterance) {
      if (thinking) return false;
      dialogue.person(utterance);
      void exchange(
        () => echo.hear(utterance),
        (answer) => {
          onSettings(answer.settings);
          if (answer.turn) return answered(answer);
          dialogue.note(
            `The microphone is closed, so nobody heard that. Begin with “${device.suggestions.closed[0]}”.`,
          );
          return close();
        },
      );
      return true;
    },
    /** Begins with a new Echo. */
    async begin(locale) {
      interrupt();
      try {
        device = await echo.connect(locale);
        close();
        dialogue.welcome('Say hello to the bot', `Try “${device.suggestions.closed[0]}”, or tap a suggestion.`);
      } catch (error) {
        ring.show('error');
        dialogue.note(error.message);
      }
      return device;
    },
    interrupt,
  };
}
