import type { Surface } from '../surface';
import { alexaRequests } from './alexa-requests';
import { botTexts } from './bot-texts';
import { spokenAnswers } from './spoken-answers';
import { vendorReplies } from './vendor-replies';
import { webhooks } from './webhooks';

/** Every way by which others reach the system. Whatever is added to one of them is added here. */
export const SURFACES = {
  'alexa-requests': alexaRequests,
  webhooks,
  'vendor-replies': vendorReplies,
  'bot-texts': botTexts,
  'spoken-answers': spokenAnswers,
} as const satisfies Readonly<Record<string, Surface>>;

export type SurfaceName = keyof typeof SURFACES;
