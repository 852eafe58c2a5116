import { createEcho } from './api.js';
import { createChime } from './chime.js';
import { createChips } from './chips.js';
import { createConversation } from './conversation.js';
import { createDesk } from './desk.js';
import { createDialogue } from './dialogue.js';
import { byId } from './dom.js';
import { createInspector } from './inspector.js';
import { createMicrophone } from './microphone.js';
import { createNotifications } from './notifications.js';
import { createRing } from './ring.js';
import { createSettings } from './settings.js';
import { createVoice } from './voice.js';

const [input, speakButton, voiceButton, pauseButton, speechHint, recorded] = [
  'say',
  'microphone',
  'voice',
  'clock-pause',
  'speech-hint',
  'recorded',
].map(byId);

const echo = createEcho();
const voice = createVoice();
const inspector = createInspector();
const dialogue = createDialogue({ onInspect: inspector.show });
/** Whether the last words came by microphone: then it opens again by itself, as on an Echo. */
let handsFree = false;

const chips = createChips({
  onSay(text, byKeyboard) {
    say(text);
    // The chip is gone, and the keyboard needs a place to go on from.
    if (byKeyboard) input.focus();
  },
});

const conversation = createConversation({
  echo,
  ring: createRing(),
  voice,
  dialogue,
  chips,
  inspector,
  onOpen: () => handsFree && microphone.start(echo.locale),
  onEcho(device) {
    settings.showEcho(device);
    desk.showEcho(device);
    notifications.begin(device);
    recorded.href = `/demo/echoes/${device.id}/conversation`;
    recorded.hidden = true;
  },
  onAnswer(now) {
    recorded.hidden = false;
    settings.show(now.settings);
    notifications.show(now);
  },
  onPermissionAsked() {
    if (notifications.allowed) return;
    dialogue.ask(
      'The Alexa app shows a card: the skill wants to send notifications.',
      'Allow notifications',
      async () => {
        await notifications.allow(true);
        return notifications.allowed ? 'Notifications are allowed.' : 'That did not work.';
      },
    );
  },
});

const chime = createChime();
const notifications = createNotifications({
  echo,
  onWaiting: conversation.notify,
  onNew: () => voice.muted || chime(),
  onTrouble: ({ message }) => dialogue.note(message),
});
const desk = createDesk({ echo });

const settings = createSettings({
  onEcho: conversation.begin,
  onManner: echo.change,
  onNewCustomer() {
    echo.forgetCustomer();
    conversation.begin();
  },
  onTrouble: ({ message }) => dialogue.note(message),
});

const microphone = createMicrophone({
  onInterim: (text) => {
    input.value = text;
  },
  onHeard(text) {
    say(text);
    handsFree = true;
  },
  onChange(listening) {
    speakButton.setAttribute('aria-pressed', String(listening));
    conversation.clock.hold('microphone', listening);
    if (!listening) typed('');
  },
  onTrouble: hint,
});

function hint(text) {
  speechHint.textContent = text;
  speechHint.hidden = !text;
}

/** Puts text into the box. While there is some, the person is typing and the microphone waits. */
function typed(text) {
  input.value = text;
  conversation.clock.hold('typing', text !== '');
}

function say(text) {
  handsFree = false;
  microphone.cancel();
  typed('');
  conversation.say(text);
}

byId('say-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = input.value.trim();
  if (text) say(text);
});
input.addEventListener('input', () => typed(input.value));

speakButton.addEventListener('click', () => {
  handsFree = false;
  if (microphone.listening) return microphone.stop();
  hint('');
  voice.stop();
  microphone.start(echo.locale);
});

let paused = false;
pauseButton.addEventListener('click', () => {
  paused = !paused;
  pauseButton.textContent = paused ? 'Go on' : 'Pause';
  conversation.clock.hold('paused', paused);
});

function showVoice() {
  voiceButton.hidden = !voice.available();
  voiceButton.setAttribute('aria-pressed', String(voice.on));
}
voiceButton.addEventListener('click', () => {
  voice.on = !voice.on;
  showVoice();
});
voice.onVoices(showVoice);
showVoice();

speakButton.hidden = !microphone.available;
if (!microphone.available) hint('This browser cannot recognise speech: type what you would say.');

await settings.load().then(conversation.begin, ({ message }) => dialogue.note(message));
input.focus();
