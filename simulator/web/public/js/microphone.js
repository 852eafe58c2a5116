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
export function createMicrophone(listener) {
  const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;
  let recognition;

  function start(locale) {
    if (recognition) return;
    let heard = '';
    const current = new Recognition();
    recognition = current;
    current.lang = locale;
    current.interimResults = true;
    current.addEventListener('result', (event) => {
      const results = Array.from(event.results);
      const text = results.map((result) => result[0].transcript).join('');
      if (results.every((result) => result.isFinal)) heard = text;
      listener.onInterim(text);
    });
    current.addEventListener('error', ({ error }) => {
      if (TROUBLE[error]) listener.onTrouble(TROUBLE[error]);
    });
    current.addEventListener('end', () => {
      recognition = undefined;
      listener.onChange(false);
      if (heard.trim()) listener.onHeard(heard.trim());
    });
    current.start();
    listener.onChange(true);
  }

  return {
    available: Boolean(Recognition),
    get listening() {
      return Boolean(recognition);
    },
    start,
    /** Ends listening; what was understood so far still counts. */
    stop: () => recognition?.stop(),
    /** Ends listening and forgets what was understood. */
    cancel: () => recognition?.abort(),
  };
}
