import { call } from './api.js';
import { byId, element } from './dom.js';

function fill(select, options, chosen) {
  select.replaceChildren(...options.map(({ label }) => element('option', {}, label)));
  select.selectedIndex = options.findIndex(({ value }) => value === chosen);
}

/** The settings: the bot's manners, which the demo keeps, and this Echo's language. */
export async function setUpSettings({ onLocale, onNewCustomer, onTrouble }) {
  const form = byId('settings');
  const { locale, delayMs, fault } = form.elements;
  const { locales, delays, faults, settings } = await call('GET', '/settings');

  function show(now) {
    fill(delayMs, delays, now.delayMs);
    fill(fault, faults, now.fault);
  }

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', ({ target }) => {
    if (target === locale) return onLocale(locales[locale.selectedIndex].value);
    const chosen = { delayMs: delays[delayMs.selectedIndex].value, fault: faults[fault.selectedIndex].value };
    call('PUT', '/settings', chosen).catch(onTrouble);
  });
  byId('new-customer').addEventListener('click', () => {
    form.hidePopover();
    onNewCustomer();
  });

  fill(locale, locales, 'en-US');
  show(settings);
  return { show };
}
