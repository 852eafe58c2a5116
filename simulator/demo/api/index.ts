import express, { type Router } from 'express';
import { onUnreadable, refuse } from './bodies';
import { agent, broadcast } from './business';
import { type ConnectOptions, connect, showOptions } from './connect';
import { changeSettings } from './manners';
import { allowNotifications, showNotifications } from './notifications';
import { createPages } from './pages';
import { conversation, hear, silence } from './talk';

/** The JSON API of the demo's page. */
export function demoApi(options: ConnectOptions): Router {
  const pages = createPages(options.skills.release);
  const { handler } = pages;

  return express
    .Router()
    .use(express.json({ limit: '8kb' }))
    .get('/options', showOptions(options))
    .post('/echoes', connect(options, pages))
    .post('/echoes/:id/hear', handler(hear(options)))
    .post('/echoes/:id/silence', handler(silence))
    .get('/echoes/:id/conversation', handler(conversation))
    .put('/echoes/:id/settings', handler(changeSettings))
    .get('/echoes/:id/notifications', handler(showNotifications(options)))
    .put('/echoes/:id/notifications', handler(allowNotifications(options)))
    .post('/echoes/:id/agent', handler(agent))
    .post('/echoes/:id/broadcast', handler(broadcast))
    .use((_request, response) => refuse(response, 404, 'The demo has no such address.'))
    .use(onUnreadable);
}
