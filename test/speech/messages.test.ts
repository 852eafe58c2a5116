import { casesOf } from './corpus/cases';
import { heardOf } from './corpus/heard';

test.each(casesOf('en').map(({ place, message, heard }) => [place, message, heard] as const))(
  '%s %j',
  (_place, message, heard) => {
    expect(heardOf(message)).toEqual(heard);
  },
);
