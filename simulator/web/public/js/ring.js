import { LISTENING_MS } from './clock.js';
import { byId } from './dom.js';

/** What the light ring says, in words: colour and movement alone would leave people out. */
const WORDS = {
  idle: 'Waits for “Alexa”',
  listening: 'Listening',
  thinking: 'Thinking …',
  speaking: 'Speaking',
  error: 'Something went wrong',
};

/** The light ring, with the words and the timer below it. */
export function createRing() {
  const [echo, state, clock, bar, left] = ['echo', 'state', 'clock', 'clock-bar', 'clock-left'].map(byId);
  bar.max = LISTENING_MS;
  return {
    /** @param {keyof typeof WORDS} ring */
    show(ring) {
      echo.dataset.ring = ring;
      state.textContent = WORDS[ring];
      clock.hidden = ring !== 'listening';
    },
    time(leftMs) {
      bar.value = leftMs;
      left.textContent = `${Math.ceil(leftMs / 1000)} s`;
    },
  };
}
