/** Two soft notes, like those of an Echo that has something to tell: pitch in hertz, start in seconds. */
const NOTES = [
  [659, 0],
  [880, 0.16],
];
const SECONDS = 0.7;
const LOUDNESS = 0.12;

/** Makes the sound of a notification. It is silent on a page that was not touched: browsers want it so. */
export function createChime() {
  let audio;

  function play([pitch, start]) {
    const from = audio.currentTime + start;
    const tone = new OscillatorNode(audio, { frequency: pitch });
    const loudness = new GainNode(audio, { gain: 0 });
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(LOUDNESS, from + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.001, from + SECONDS);
    tone.connect(loudness).connect(audio.destination);
    tone.start(from);
    tone.stop(from + SECONDS);
  }

  return () => {
    if (!navigator.userActivation?.hasBeenActive || !globalThis.AudioContext) return;
    audio ??= new AudioContext();
    NOTES.forEach(play);
  };
}
