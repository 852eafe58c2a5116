const TROUBLE = {
  'not-allowed': 'The browser may not use the microphone: allow it for this page, or type.',
  'service-not-allowed': 'The browser may not use its speech recognition: allow it, or type.',
  'audio-capture': 'No microphone was found: type instead.',
  network: "The browser's speech recognition cannot be reached: type instead.",
};

/**
 * Listens through the browser's speech recognition.
 * @param {{ onInterim: (text: string) => void, onHeard: (text: string) => void, onChange: (listening: boolean) => void,
 *   onTrouble: (hint: string) => void }} listener
 */
export function createMicrophone({ onInterim, onHeard, onChange, onTrouble }) {
  const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;
  let recognition;
  let heard = '';

  function onResult({ results }) {
    const parts = Array.from(results);
    const text = parts.map(([best]) => best.transcript).join('');
    if (parts.every((part) => part.isFinal)) heard = text.trim();
    onInterim(text);
  }

  function onEnd() {
    recognition = undefined;
    onChange(false);
    if (heard) onHeard(heard);
  }

  return {
    available: Boolean(Recognition),
    get listening() {
      return Boolean(recognition);
    },
    start(locale) {
      if (recognition) return;
      heard = '';
      recognition = new Recognition();
      recognition.lang = locale;
      recognition.interimResults = true;
      recognition.addEventListener('result', onResult);
      recognition.addEventListener('error', ({ error }) => TROUBLE[error] && onTrouble(TROUBLE[error]));
      recognition.addEventListener('end', onEnd);
      recognition.start();
      onChange(true);
    },
    /** Ends listening; what was understood so far still counts. */
    stop: () => recognition?.stop(),
    /** Ends listening; what was understood is forgotten. */
    cancel() {
      heard = '';
      recognition?.abort();
    },
  };
}
