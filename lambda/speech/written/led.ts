import type { Named, Written } from '../../languages/written';
import { COMMAS, EAST_ASIAN_ENDS, SENTENCE_ENDS, SPACED_ENDS } from '../sentence-marks';
import { anyOf, listOf, type Stage } from './rules';

/**
 * Signs before their things, behind what all of them are of, as signs behind them: "Basic ✅ day lifts ❌ night skiing" is
 * "Basic: day lifts ✅, night skiing ❌". Where one of the things says in words what its sign does, the signs only decorate.
 */
export function ledStage(group: readonly Named[], { dated }: Written): Stage {
  const names = new Map(group.flatMap(({ said, signs }) => listOf(signs).map((sign) => [sign, said] as const)));
  const sign = anyOf(names.keys());
  const words = `[^${[...names.keys()].join('')}${SENTENCE_ENDS}${COMMAS};؛；|]`;
  const sentence = new RegExp(
    `(?<=^|[${SPACED_ENDS}] |[${EAST_ASIAN_ENDS}]|\\| ?)(${words}{2,60})((?:${sign} ?(?=[\\p{L}\\p{N}])${words}{2,80}[${COMMAS}]? ?){2,12})(?=[${SPACED_ENDS}](?!\\S)|[${EAST_ASIAN_ENDS}]|$|\\|)`,
    'gu',
  );
  const thing = new RegExp(`(${sign}) ?(${words}+)`, 'gu');
  const joint = new RegExp(` ${anyOf(listOf(dated.joins))}$`, 'u');
  const saysItself = ([, found = '', said = '']: RegExpMatchArray) =>
    said.toLowerCase().startsWith(`${names.get(found)} `);
  return (line) =>
    line.replace(sentence, (_all, label: string, things: string) => {
      const each = [...things.matchAll(thing)];
      const isDecorated = each.some(saysItself);
      const said = each.map(([, found, words = '']) => {
        const name = words.replace(/[ /]{1,3}$/, '').replace(joint, '');
        return isDecorated ? name : `${name} ${found}`;
      });
      return `${label.replace(/ ?[:：/–-]? ?$/, '')}: ${said.join(', ')}`;
    });
}
