import { isLocale } from '../../../business/locales';
import { languageOf, NO_BUSINESS } from '../../../lambda/business/words';
import { MODEL_LANGUAGES } from '../../../lambda/skill/wording';
import { spokenOf } from '../../../simulator/demo/business';
import type { Models } from '../../../simulator/echo/models';
import { type Call, textOf } from '../../command';
import { OperatorProblem } from '../../problem';
import type { Found } from '../package/find';
import type { Subject, Talk } from '../subject';
import { holdTalk } from './hold';
import { ownTalker } from './own';
import { simulatedTalker } from './simulated';

/**
 * Talks with the skill of a package; not where it has no model that an Echo could understand by.
 *
 * @throws OperatorProblem when the own bot is wanted, and the settings name none
 */
export async function talkAbout(
  { env, options, screen }: Pick<Call, 'env' | 'options' | 'screen'>,
  subject: Subject,
  found: Found,
): Promise<Talk | undefined> {
  const isOwn = textOf(options, 'bot') === 'own';
  if (isOwn && !env.ALOUD_PLATFORM?.trim()) {
    throw new OperatorProblem(['--bot own talks with the bot of the settings: set ALOUD_PLATFORM and its credentials']);
  }
  const models = modelsOf(subject);
  if (models.size === 0) return undefined;
  const business = found.business ? spokenOf(found.business).business : NO_BUSINESS;
  const talker = isOwn ? await ownTalker({ env, models, business }) : await simulatedTalker({ models, business });
  try {
    return await holdTalk(talker, {
      ...{ models, business },
      locales: [...models.keys()],
      phrases: new Map(
        (subject.manifest?.listings ?? []).map(({ locale, examplePhrases = [] }) => [locale, examplePhrases]),
      ),
      onProgress: (text) => screen.progress(text),
    });
  } finally {
    await talker.close();
  }
}

/** Those that an Echo can work with. */
function modelsOf({ models }: Subject): Models {
  return new Map(
    models.flatMap(({ locale, invocationName, data: { interactionModel } }) => {
      const isSpoken = isLocale(locale) && MODEL_LANGUAGES.includes(languageOf(locale));
      return isSpoken && invocationName !== undefined && interactionModel ? [[locale, interactionModel] as const] : [];
    }),
  );
}
