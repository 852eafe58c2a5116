import { type Heard, hear } from '../../../../lambda/conversation/answers/heard';
import { type Prepared, prepareOffer } from '../../../../lambda/conversation/answers/offer';
import { lexiconOf } from '../lexicon-of';

export const lexicon = lexiconOf('en');

/** An offer of labels that bars part. */
export function offerOf(labels: string, question?: string): Prepared {
  const names = labels.split('|');
  return prepareOffer(
    { labels: names, from: 0, to: names.length, ...(question !== undefined && { question }) },
    lexicon,
  );
}

/** An utterance in which brackets tell where an option stands: "we play [badminton] on mondays". */
export function marked(said: string): {
  readonly heard: Heard;
  readonly span: { index: number; from: number; to: number };
} {
  const [before = '', option = ''] = said.split(/[[\]]/);
  const heard = hear(said.replace(/[[\]]/g, ''), lexicon);
  const from = lexicon.tokenize(before).texts.length;
  return { heard, span: { index: 0, from, to: from + lexicon.tokenize(option).texts.length } };
}
