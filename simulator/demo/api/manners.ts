import { applySettings, mannersOf, readSettings, settingsSchema } from '../settings';
import { read } from './bodies';
import type { PageHandler } from './pages';

/** Changes how the simulated platform behaves. */
export const changeSettings: PageHandler = ({ skill }, request, response) => {
  const manners = mannersOf(skill.platform, skill.vendor);
  const body = read(settingsSchema(manners), request.body, response);
  if (!body) return;
  applySettings(body, manners);
  response.json({ settings: readSettings(manners) });
};
