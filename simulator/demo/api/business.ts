import type { Response } from 'express';
import { z } from 'zod';
import { read, refuse, words } from './bodies';
import type { PageHandler } from './pages';

const agentBody = z.object({ text: words, name: z.string().trim().min(1).max(100) });
const broadcastBody = z.object({ text: words });

/** A live agent writes to the customer. */
export const agent: PageHandler = async ({ skill: { desk }, recorder }, request, response) => {
  const body = read(agentBody, request.body, response);
  if (!body) return;
  const answered = await desk.agent(body.text, body.name);
  if (answered !== undefined) recorder.agent(body.text, body.name);
  tell(response, answered);
};

/** A broadcast reaches the customer. */
export const broadcast: PageHandler = async ({ skill: { desk }, recorder }, request, response) => {
  const body = read(broadcastBody, request.body, response);
  if (!body) return;
  if (!desk.broadcasts) return refuse(response, 404, 'This platform has no broadcasts.');
  recorder.broadcast(body.text);
  tell(response, await desk.broadcast(body.text));
};

/** What our webhook answered to something that the business wrote. */
function tell(response: Response, webhook: number | undefined): void {
  if (webhook !== undefined) response.json({ webhook });
  else refuse(response, 409, 'The platform does not know this customer yet: say something to the bot first.');
}
