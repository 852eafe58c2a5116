import { engineOf } from './engine-of';

describe('labels and answers with the digits of another script', () => {
  const { decide } = engineOf('ar');
  const chosen = (labels: readonly string[], said: string) => {
    const decision = decide({ labels }, said);
    return decision.kind === 'choose' ? decision.index : undefined;
  };

  test.each([
    [['٣:٠٠', '٣:٣٠', '٤:٠٠'], 'الساعة ثلاثة ونص', 1],
    [['٥٠٠ ريال', '٢٠٠٠ ريال'], 'ألفين ريال', 1],
    [['500 ريال', '2000 ريال'], '٢٠٠٠', 1],
    [['٥ رمضان', '٢٧ رمضان'], 'سبعة وعشرين رمضان', 1],
  ])('%j: %s', (labels, said, index) => {
    expect(chosen(labels, said)).toBe(index);
  });

  test.each([
    ['خمسة وثلث', 0],
    ['خمسة إلا ربع', 1],
    ['خمسة ونص وخمس', 2],
  ])('parts of an hour that a number holds already: %s', (said, index) => {
    expect(chosen(['5:20 م', '4:45 م', '5:35 م'], said)).toBe(index);
  });
});
