import { normalize } from '../../conversation/normalize';
import type { NumberTable } from '../../languages/numbers';

/** A table with other spellings beside its own, which go before them. */
export function withSpellings(table: NumberTable, more: Partial<NumberTable> | undefined): NumberTable {
  return more ? joined(table, more) : table;
}

function joined(table: NumberTable, more: Partial<NumberTable>): NumberTable {
  return {
    cardinals: both(table.cardinals, more.cardinals),
    rooms: both(table.rooms, more.rooms),
    scales: both(table.scales, more.scales),
    'bare-scales': [...table['bare-scales'], ...(more['bare-scales'] ?? []).map(normalize)],
    ordinals: both(table.ordinals, more.ordinals),
    'ordinal-rooms': both(table['ordinal-rooms'], more['ordinal-rooms']),
    'ordinal-prefixes': [...table['ordinal-prefixes'], ...(more['ordinal-prefixes'] ?? []).map(normalize)],
    'ordinal-scales': both(table['ordinal-scales'], more['ordinal-scales']),
    joiners: both(table.joiners, more.joiners),
    minus: [...table.minus, ...(more.minus ?? []).map(normalize)],
    point: [...table.point, ...(more.point ?? []).map(normalize)],
    'ordinal-suffixes': [...table['ordinal-suffixes'], ...(more['ordinal-suffixes'] ?? [])],
  };
}

/** The table has its words as `normalize` leaves them. */
function both(
  words: Readonly<Record<string, number>>,
  more: Readonly<Record<string, number>> = {},
): Readonly<Record<string, number>> {
  return { ...words, ...Object.fromEntries(Object.entries(more).map(([word, value]) => [normalize(word), value])) };
}
