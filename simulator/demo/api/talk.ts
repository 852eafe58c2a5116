import type { Response } from 'express';
import { z } from 'zod';
import { mannersOf, readSettings } from '../settings';
import { read, refuse, words } from './bodies';
import { type NotificationOptions, notificationsOf } from './notifications';
import type { PageHandler } from './pages';

const hearBody = z.object({ utterance: words });

/**
 * The customer says something. A line of JSON for each word that is spoken before the answer, when it is spoken; the last
 * line is the answer.
 */
export function hear(options: NotificationOptions): PageHandler {
  return async (page, request, response) => {
    const body = read(hearBody, request.body, response);
    if (!body) return;
    const { skill, echo } = page;
    const write = streamLines(response);
    const turn = await echo.hear(body.utterance, { bargeIn: true, onProgress: (progress) => write({ progress }) });
    if (turn && !turn.interrupted) page.recorder.heard(body.utterance, turn, page.opening);
    const webhooks = skill.webhooks.since(page.webhooks);
    page.webhooks = skill.webhooks.count;
    const settings = readSettings(mannersOf(skill.platform, skill.vendor));
    const isOpen = turn?.state === 'listening' && !turn.interrupted;
    const choices = isOpen ? await skill.offered() : [];
    const answer = turn && (turn.request ? { turn, webhooks, choices } : { spoken: turn.speech });
    write({ ...answer, settings, ...notificationsOf(page, options) });
    response.end();
  };
}

/** The customer says nothing. */
export const silence: PageHandler = async ({ echo, recorder }, _request, response) => {
  const result = await echo.silence();
  if (result) recorder.silence(result);
  response.json(result && 'request' in result ? { turn: result } : { ...result });
};

/** What was said and heard on this page, as a file for `aloud converse`. */
export const conversation: PageHandler = ({ recorder, locale }, _request, response) => {
  const file = recorder.file({ title: 'A conversation of the demo', locale });
  if (file === undefined) return refuse(response, 404, 'Nothing was said yet.');
  response.attachment('conversation.yaml').type('application/yaml').send(file);
};

/** Begins an answer of lines of JSON; each is sent when it is written. */
function streamLines(response: Response): (line: object) => void {
  response.type('application/x-ndjson');
  return (line) => void response.write(`${JSON.stringify(line)}\n`);
}
