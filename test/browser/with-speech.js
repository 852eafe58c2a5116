// Put into a page before it loads: speech recognition and voices, played by the test through `window.stub`.
{
  class Utterance extends EventTarget {
    constructor(text) {
      super();
      this.text = text;
    }
  }

  class Synthesis extends EventTarget {
    speaking = [];
    getVoices() {
      return [{ name: 'Test', lang: 'en-US' }];
    }
    speak(utterance) {
      this.speaking.push(utterance);
      stub.spoken.push(utterance.text);
    }
    cancel() {
      this.speaking = [];
    }
  }

  class Recognition extends EventTarget {
    start() {
      stub.recognition = this;
    }
    stop() {
      this.dispatchEvent(new Event('end'));
    }
    abort() {
      this.stop();
    }
  }

  const synthesis = new Synthesis();
  const stub = {
    /** Everything that was to be spoken. */
    spoken: [],
    /** The recognition that was started last. */
    recognition: undefined,
    finishSpeaking() {
      for (const utterance of synthesis.speaking.splice(0)) utterance.dispatchEvent(new Event('end'));
    },
    hear(words) {
      const result = Object.assign([{ transcript: words }], { isFinal: true });
      stub.recognition.dispatchEvent(Object.assign(new Event('result'), { results: [result] }));
      stub.recognition.stop();
    },
    failToHear(error) {
      stub.recognition.dispatchEvent(Object.assign(new Event('error'), { error }));
      stub.recognition.stop();
    },
  };

  Object.defineProperties(window, {
    stub: { value: stub },
    speechSynthesis: { value: synthesis },
    SpeechSynthesisUtterance: { value: Utterance },
    SpeechRecognition: { value: Recognition },
  });
}
