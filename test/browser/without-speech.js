// Put into a page before it loads: the browser can neither speak nor listen.
for (const name of ['speechSynthesis', 'SpeechRecognition', 'webkitSpeechRecognition']) {
  Object.defineProperty(window, name, { value: undefined });
}
