import { browserStorage } from './storage.js';

const MS_PER_CHARACTER = 35;
const LONGEST_READING_MS = 3500;

/** How long the ring shows "speaking" when nothing is heard: enough to start reading, never a wait. */
const readingTime = (text) => Math.min(LONGEST_READING_MS, 400 + text.length * MS_PER_CHARACTER);

/** Sentences: browsers fall silent in the middle of one long utterance. */
function sentences(text, locale) {
  if (!('Segmenter' in Intl)) return [text];
  const segments = new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text);
  return Array.from(segments, ({ segment }) => segment.trim()).filter(Boolean);
}

/** Speaks through the browser's speech synthesis, where it has voices; else it keeps the time. */
export function createVoice(synthesis = globalThis.speechSynthesis) {
  let finish = () => {};
  let on = browserStorage.get('voice') !== 'off';
  const available = () => (synthesis?.getVoices().length ?? 0) > 0;

  function utter(text, locale, done) {
    const parts = sentences(text, locale);
    let left = parts.length;
    const ended = () => {
      left -= 1;
      if (left === 0) done();
    };
    for (const part of parts) {
      const utterance = new SpeechSynthesisUtterance(part);
      utterance.lang = locale;
      utterance.addEventListener('end', ended);
      utterance.addEventListener('error', ended);
      synthesis.speak(utterance);
    }
    // A browser that loses its audio device reports neither end nor error.
    return 5000 + text.length * 150;
  }

  function stop() {
    finish();
    if (available()) synthesis.cancel();
  }

  return {
    available,
    get on() {
      return on && available();
    },
    /** Whether the person has asked for silence. */
    get muted() {
      return !on;
    },
    set on(value) {
      on = value;
      browserStorage.set('voice', value ? 'on' : 'off');
      if (!value) stop();
    },
    /** Calls back when voices turn up later, as they do in some browsers. */
    onVoices: (listener) => synthesis?.addEventListener?.('voiceschanged', listener),
    /** Resolves when all is said, or when it is stopped. */
    speak(text, locale) {
      stop();
      if (!text) return Promise.resolve();
      return new Promise((resolve) => {
        let timer;
        // Its own, as what was cancelled reports its end only when the next is being said.
        const done = () => {
          clearTimeout(timer);
          resolve();
        };
        finish = done;
        const longest = on && available() ? utter(text, locale, done) : readingTime(text);
        timer = setTimeout(done, longest);
      });
    },
    stop,
  };
}
