import { json, ssml } from './code.js';
import { byId, element } from './dom.js';
import { meaningOf } from './meaning.js';
import { timeOf } from './time.js';

const UNUSED =
  'Say something, and all of it shows here: the signed request as Alexa sends it, the answer of the real server with a ' +
  'bot platform behind it, and whether Alexa would accept that answer.';

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

const nothing = (text) => [element('p', { class: 'nothing' }, text)];

function cardOf(card) {
  if (!card) return nothing('This turn put no card into the Alexa app.');
  const text = card.content ?? card.text;
  if (!text) return json(card);
  const inTheApp = element('div', { class: 'app-card' }, element('b', {}, card.title ?? ''), element('p', {}, text));
  return [inTheApp, element('h3', {}, 'As it is sent'), ...json(card)];
}

function ssmlOf(response) {
  const speech = response?.outputSpeech?.ssml;
  if (!speech) return nothing('Nothing is said in this turn.');
  const reprompt = response.reprompt?.outputSpeech?.ssml;
  const again = reprompt ? [element('h3', {}, 'After silence'), ...ssml(reprompt)] : [];
  return [...ssml(speech), ...again];
}

/** What the platform sent on its own since the turn before. */
function webhooksOf(webhooks = []) {
  if (webhooks.length === 0) return nothing('No webhook came since the turn before.');
  return webhooks.flatMap(({ at, method, status, headers, body }) => {
    return [element('h3', {}, `${CLOCK.format(at)} · ${method} · answered ${status}`), ...json({ headers, body })];
  });
}

/** One view of a turn for each tab. */
const PANELS = {
  time: timeOf,
  meaning: meaningOf,
  request: (turn) => json(turn.request),
  response: (turn) => (turn.response ? json(turn.response) : nothing('There was no response to read.')),
  ssml: (turn) => ssmlOf(turn.response?.response),
  card: (turn) => cardOf(turn.response?.response?.card),
  webhooks: (turn) => webhooksOf(turn.webhooks),
};

/** "Thursday" · IntentRequest ChatIntent · HTTP 200 */
function summary(turn) {
  const { type, intent } = turn.request.request;
  return [turn.said && `“${turn.said}”`, intent?.name ?? type, turn.status ? `HTTP ${turn.status}` : 'no answer']
    .filter(Boolean)
    .join(' · ');
}

function showVerdict(verdict) {
  const box = byId('verdict');
  box.hidden = false;
  box.className = verdict ? 'verdict bad' : 'verdict';
  if (!verdict) return box.replaceChildren('✓ Alexa accepts this response.');
  const title = element('strong', {}, `Alexa refuses this response: ${verdict.type}`);
  box.replaceChildren(title, element('p', {}, verdict.message));
}

/** Tabs as WAI-ARIA describes them: one stop for the Tab key, arrows, Home and End to move. */
function setUpTabs() {
  const tabs = [...document.querySelectorAll('[role="tab"]')];

  function select(tab) {
    for (const each of tabs) {
      const chosen = each === tab;
      each.setAttribute('aria-selected', String(chosen));
      each.tabIndex = chosen ? 0 : -1;
      byId(each.getAttribute('aria-controls')).hidden = !chosen;
    }
  }

  for (const [at, tab] of tabs.entries()) {
    tab.addEventListener('click', () => select(tab));
    tab.addEventListener('keydown', (event) => {
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = tabs.at(to % tabs.length);
      select(next);
      next.focus();
    });
  }
}

/** Looks inside a turn: its verdict, and one tab for each part. */
export function createInspector() {
  setUpTabs();
  for (const name of Object.keys(PANELS)) {
    const panel = byId(`panel-${name}`);
    panel.tabIndex = 0; // it scrolls, so the keyboard must reach it
    panel.replaceChildren(...nothing(UNUSED));
  }
  return {
    show(turn) {
      byId('inspected').textContent = summary(turn);
      byId('inspected').title = summary(turn);
      showVerdict(turn.verdict);
      for (const [name, view] of Object.entries(PANELS)) byId(`panel-${name}`).replaceChildren(...view(turn));
    },
  };
}
