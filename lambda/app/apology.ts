import type { ResponseEnvelope } from 'ask-sdk-model';
import type { AloudError } from '../errors';
import { toResponse } from '../skill/response';
import { render } from '../speech/render';

/** What is said where no skill can be asked, as nothing is known of it yet. */
export function apology({ phrase }: AloudError, locale = 'en-US'): ResponseEnvelope {
  const speech = render({ parts: [{ phrase }], turn: 0, messages: [] }, { locale });
  return { version: '1.0', response: toResponse(speech) };
}
