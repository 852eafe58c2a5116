import { element } from './dom.js';

/** Alexa gives up on a skill after about this long. */
const ALEXA_LIMIT_MS = 8000;

/** The backend's stages, in words: the spans of docs/observability.md. */
const STAGES = {
  verify: 'Check the signature',
  open: 'Read the customer',
  interpret: 'Find what is meant',
  send: 'Ask the bot',
  wait: 'Wait for the bot',
  render: 'Write the speech',
  save: 'Save the turn',
};

const milliseconds = (ms) => (ms < 10 ? ms.toFixed(1) : String(Math.round(ms)));

/** A bar that covers `share` of its track, starting at `from`; both 0 to 1. */
function bar(share, from = 0) {
  const made = element('i');
  made.style.setProperty('--share', String(Math.min(1, share)));
  made.style.setProperty('--from', String(from));
  return made;
}

function row(name, ms, from, total, kind = '') {
  return element(
    'div',
    { class: `stage-row ${kind}` },
    element('dt', {}, name),
    element('dd', { class: 'track', 'aria-hidden': 'true' }, bar(ms / total, from / total)),
    element('dd', {}, `${milliseconds(ms)} ms`),
  );
}

/** The stages of the backend one after the other; what they leave of the total was spent outside the turn. */
function stages(turn) {
  const entries = Object.entries(turn.timings ?? {});
  if (entries.length === 0) return element('p', { class: 'nothing' }, 'The backend reported no stages for this turn.');
  const inside = entries.reduce((sum, [, ms]) => sum + ms, 0);
  const total = Math.max(turn.ms, inside);
  let from = 0;
  const rows = entries.map(([name, ms]) => {
    const made = row(STAGES[name] ?? name, ms, from, total);
    from += ms;
    return made;
  });
  rows.push(row('HTTP', total - inside, from, total, 'outside'));
  return element('dl', {}, ...rows);
}

/** Where the milliseconds of a turn went, against Alexa's limit. */
export function timeOf(turn) {
  const share = turn.ms / ALEXA_LIMIT_MS;
  return [
    element(
      'div',
      { class: 'total' },
      element('b', {}, milliseconds(turn.ms), element('small', {}, 'ms')),
      element('span', { class: 'hint' }, `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} % of the time Alexa gives`),
    ),
    element('div', { class: share > 1 ? 'limit late' : 'limit', 'aria-hidden': 'true' }, bar(share)),
    element('p', { class: 'scale', 'aria-hidden': 'true' }, element('span', {}, '0'), element('span', {}, '8 s')),
    element('h3', {}, 'Where the milliseconds went'),
    stages(turn),
  ];
}
