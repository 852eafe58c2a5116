import { LISTENING_MS } from './clock.js';
import { byId } from './dom.js';

/** What the light ring says, in words: colour and movement alone would leave people out. */
const WORDS = {
  idle: 'Waits for “Alexa”',
  notified: 'A notification waits',
  listening: 'Listening',
  thinking: 'Thinking …',
  speaking: 'Speaking',
  error: 'Something went wrong',
};

/** The light ring, with the words and the timer below it. */
export function createRing() {
  const [echo, state, clock, bar, left] = ['echo', 'state', 'clock', 'clock-bar', 'clock-left'].map(byId);
  bar.max = LISTENING_MS;

  function tell() {
    const { ring, notified } = echo.dataset;
    state.textContent = WORDS[ring === 'idle' && notified !== undefined ? 'notified' : ring];
  }

  return {
    /** @param {'idle' | 'listening' | 'thinking' | 'speaking' | 'error'} ring */
    show(ring) {
      echo.dataset.ring = ring;
      clock.hidden = ring !== 'listening';
      tell();
    },
    /** Yellow, while nothing else is going on, as long as notifications wait. */
    notify(waiting) {
      if (waiting) echo.dataset.notified = '';
      else delete echo.dataset.notified;
      tell();
    },
    time(leftMs) {
      bar.value = leftMs;
      left.textContent = `${Math.ceil(leftMs / 1000)} s`;
    },
  };
}
