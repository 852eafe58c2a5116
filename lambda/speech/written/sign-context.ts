import type { Named } from '../../languages/written';
import type { DayOrder } from './day-order';

/** What all lines of a text tell of the signs and numbers in it. */
export interface SignContext {
  /** Groups of signs of which the text holds more than one: then each says something. */
  readonly contrasted: ReadonlySet<readonly Named[]>;
  /** How its days are written in digits, where one of them tells. */
  readonly dayOrder?: DayOrder;
  /** The sign of money that its prices are written without: "All prices in £". */
  readonly currency?: string;
  /** Its amounts are of money where the day of a date stands before its month. */
  readonly isDayFirst: boolean;
}
