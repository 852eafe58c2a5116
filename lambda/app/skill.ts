import { createAlexaApiClient } from '../amazon/api-client';
import { createProgress } from '../amazon/progressive-response';
import type { SkillConfig } from '../app/config';
import { type Business, languageOf, mainLocaleOf } from '../business/words';
import type { BackgroundCalls } from '../conversation/background-calls';
import type { Inbox } from '../conversation/inbox';
import type { Platform } from '../conversation/ports/platform';
import type { Store } from '../conversation/ports/store';
import type { Unmatched } from '../conversation/ports/usage-store';
import type { Voice } from '../conversation/ports/voice';
import { createSessionEnd } from '../conversation/session-end';
import { createTurn } from '../conversation/turn';
import type { Skill } from '../skill/dispatch';
import { createSkill } from '../skill/skill';
import { progressSsml } from '../speech/progress';
import { render } from '../speech/render';
import { voicesOf } from '../speech/voice';
import type { Telemetry } from '../telemetry/telemetry';
import { createUnfilledReport } from './unfilled';

/** What the skill has in common with the rest of Aloud. */
export interface SkillParts {
  readonly config: SkillConfig;
  readonly telemetry: Telemetry;
  readonly store: Store;
  readonly platform: Platform;
  readonly inbox: Inbox;
  readonly background: BackgroundCalls;
  readonly business: Business;
  /** Whether notifications can be sent. */
  readonly notifications: boolean;
  readonly noteAfterMs?: number;
  /** Told what matched no option, where that is kept. */
  readonly onUnmatched?: (unmatched: Unmatched) => void;
}

/** Puts together what answers Alexa. */
export function assembleSkill(parts: SkillParts): { readonly skill: Skill; close(): Promise<void> } {
  const { config, telemetry, store, business } = parts;
  const voiceFor = voicesOf({
    own: business,
    pageSeconds: config.pageSeconds,
    onUnfilled: createUnfilledReport(telemetry.error),
  });
  const turn = createTurn({ ...parts, voiceFor, quietMs: config.quietMs, onError: telemetry.error });
  const apiClient = createAlexaApiClient({ baseUrl: config.alexaApiUrl });
  const skill = createSkill({
    secret: config.secret,
    turnBudgetMs: config.turnBudgetMs,
    turn,
    sessionEnded: createSessionEnd(store),
    speakers: config.speakers,
    events: store,
    progressOf: createProgress({ apiClient, speech: progressSsml, telemetry }),
    speak: (reply, locale) => render(reply, { locale, business: business(locale) }),
    telemetry,
    locale: mainLocaleOf(business),
  });
  for (const locale of warmLocales(business)) warmUp(voiceFor(locale));
  return { skill, close: () => apiClient.close() };
}

/** One locale of each language that a business speaks: what costs time is of the language. */
function warmLocales(business: Business): readonly string[] {
  const { locales = [] } = business;
  const others = new Map(locales.map((locale) => [languageOf(locale), locale]));
  const main = mainLocaleOf(business);
  return [...others.set(languageOf(main), main).values()];
}

/**
 * Does now what the first words of a user and of the bot would otherwise have to wait for. Not what only some texts need, as
 * parsers of markup: where a process starts for a user, she waits for this, too.
 */
function warmUp(voice: Voice): void {
  const text = 'Hello. Shall we?';
  voice.command(text);
  voice.paragraphs({ id: '', from: { kind: 'bot' }, text, choices: [], media: [], cards: [], sentAt: 0 });
  voice.asked(text);
}
