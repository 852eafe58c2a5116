import { createDirectiveService, type DirectiveService } from './directive-service';
import { createLoginWithAmazon, type LoginWithAmazon, TOKEN_PATH } from './login-with-amazon';
import { answerJson, type Mountable, serveOnLoopback } from './loopback';
import { createProactiveEventsService, type ProactiveEventsService } from './proactive-events';

export interface AmazonOptions {
  /** The skill messaging credentials that it knows. */
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Which of the skill's two lives exists; limits hold for a live skill only. Default: `live`. */
  readonly stage?: 'live' | 'development';
  /** Default: any free port. */
  readonly port?: number;
  readonly now?: () => number;
}

/** Amazon's services on one loopback address: Login with Amazon, Proactive Events, the Directive service. */
export interface Amazon {
  /** For ALEXA_API_URL. */
  readonly apiUrl: string;
  /** For ALEXA_LWA_URL. */
  readonly lwaUrl: string;
  /** The settings of a skill that talks to it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly login: LoginWithAmazon;
  readonly events: ProactiveEventsService;
  readonly directives: DirectiveService;
  close(): Promise<void>;
}

export async function startAmazon({
  clientId = 'amzn1.application-oa2-client.simulated',
  clientSecret = 'a+b/c&d=e f%',
  stage = 'live',
  port,
  now,
}: AmazonOptions = {}): Promise<Amazon> {
  const login = createLoginWithAmazon({ clientId, clientSecret, now });
  const events = createProactiveEventsService({ accepts: login.accepts, stage, now });
  const directives = createDirectiveService();
  const routes: readonly (readonly [prefix: string, service: Mountable])[] = [
    [TOKEN_PATH, login],
    ['/v1/proactiveEvents', events],
    ['/v1/directives', directives],
  ];
  const { url, close } = await serveOnLoopback(
    {
      listen(request, response) {
        const service = routes.find(([prefix]) => request.url?.startsWith(prefix))?.[1];
        if (service) service.listen(request, response);
        else answerJson(response, 404, { message: `${request.method} ${request.url}` });
      },
      stop() {
        for (const [, service] of routes) service.stop();
      },
    },
    port,
  );
  const lwaUrl = url + TOKEN_PATH;
  return {
    apiUrl: url,
    lwaUrl,
    environment: {
      ALEXA_CLIENT_ID: clientId,
      ALEXA_CLIENT_SECRET: clientSecret,
      ALEXA_STAGE: stage,
      ALEXA_LWA_URL: lwaUrl,
      ALEXA_API_URL: url,
    },
    login,
    events,
    directives: Object.assign(directives, { url, close }),
    close,
  };
}
