import { byId } from './dom.js';

/** How often it is looked for notifications; never while the tab is hidden. */
const LOOK_MS = 2000;

/**
 * What waits for this Echo, and whether its customer takes notifications.
 * @param {{ echo: object, onWaiting: (waiting: boolean) => void, onNew: () => void, onTrouble: (error: Error) => void }} listener
 */
export function createNotifications({ echo, onWaiting, onNew, onTrouble }) {
  const [state, change] = ['permission', 'change-permission'].map(byId);
  let allowed = false;
  /** The newest notification that was shown; `undefined` before anything was. */
  let newest;
  let looking = false;
  /** Counts what was shown, so that an older answer does not take its place. */
  let shown = 0;

  function show(found) {
    shown += 1;
    ({ allowed } = found);
    state.textContent = `Alexa app: notifications are ${allowed ? 'on' : 'off'}.`;
    change.textContent = allowed ? 'Turn off' : 'Turn on';
    const last = Math.max(0, ...found.notifications.map(({ at }) => at));
    onWaiting(last > 0);
    if (newest !== undefined && last > newest) onNew();
    newest = Math.max(newest ?? 0, last);
  }

  async function look() {
    if (looking || document.hidden) return;
    looking = true;
    const before = shown;
    const found = await echo.look();
    looking = false;
    if (found && before === shown) show(found);
  }

  const allow = (wanted) => echo.allow(wanted).then(show, onTrouble);
  change.addEventListener('click', () => allow(!allowed));
  document.addEventListener('visibilitychange', look);
  setInterval(look, LOOK_MS);

  return {
    get allowed() {
      return allowed;
    },
    /** @param {boolean} wanted */
    allow,
    show,
    /** Another Echo: what waits there already is not new. */
    begin(device) {
      newest = undefined;
      show(device);
    },
  };
}
