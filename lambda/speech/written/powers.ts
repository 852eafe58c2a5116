import type { Written } from '../../languages/written';
import type { Stage } from './rules';

const POWER = /(?<![\d.,$€£₹\p{L}])(10|2)(?![²³](?![⁰¹²³⁴-⁹]))(⁻?)([⁰¹²³⁴-⁹]{1,3})(?![⁰¹²³⁴-⁹\p{L}])/gu;
const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** "10⁻³" is "10 to the power of minus 3". A small number behind any other is that of a note. */
export function powerStage({ power }: Written): Stage {
  return (line) =>
    power.of !== '' && /\d[⁻⁰¹²³⁴-⁹]/.test(line)
      ? line.replace(POWER, (_all, base: string, minus: string, raised: string) => {
          const exponent = [...raised].map((digit) => DIGITS.indexOf(digit)).join('');
          return `${base} ${power.of} ${minus && `${power.minus} `}${exponent}`;
        })
      : line;
}
