import { call } from './api.js';
import { byId, element } from './dom.js';

function fill(select, options, chosen) {
  select.replaceChildren(...options.map(({ label }) => element('option', {}, label)));
  select.selectedIndex = options.findIndex(({ value }) => value === chosen);
}

/** The settings of this tab's customer: platform and language of the Echo, and the platform's manners, which the demo keeps. */
export function createSettings({ onEcho, onManner, onNewCustomer, onTrouble }) {
  const form = byId('settings');
  const { platform, locale } = form.elements;
  /** What can be chosen in each select. */
  const choices = new Map();

  function offer(select, options, chosen) {
    choices.set(select, options);
    fill(select, options, chosen);
  }

  function toField({ name, label, options }, chosen) {
    const select = element('select', { name });
    offer(select, options, chosen);
    return element('label', { class: 'field' }, element('span', {}, label), select);
  }

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', ({ target }) => {
    const { value } = choices.get(target)[target.selectedIndex];
    if (target === platform || target === locale) onEcho({ [target.name]: value });
    else onManner({ [target.name]: value }).catch(onTrouble);
  });
  byId('new-customer').addEventListener('click', () => {
    form.hidePopover();
    onNewCustomer();
  });

  return {
    /** What an Echo can be; once, before anything is shown of one. */
    async load() {
      const { platforms, locales } = await call('GET', '/options');
      offer(platform, platforms);
      offer(locale, locales);
    },
    /** An Echo, and the manners of its platform. */
    showEcho(device) {
      fill(platform, choices.get(platform), device.platform);
      byId('platform-title').textContent = platform.selectedOptions[0]?.textContent;
      fill(locale, choices.get(locale), device.locale);
      byId('manners').replaceChildren(...device.manners.map((manner) => toField(manner, device.settings[manner.name])));
    },
    /** The manners, as they are now. */
    show(settings) {
      for (const [name, value] of Object.entries(settings)) {
        const select = form.elements[name];
        if (select) select.selectedIndex = choices.get(select).findIndex((option) => option.value === value);
      }
    },
  };
}
