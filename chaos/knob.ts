/** A setting that several steps may turn at a time: the last one that has not ended counts. */
export interface Knob<T> {
  readonly value: T;
  /** Returns what ends it. */
  turn(value: T): () => void;
}

export function createKnob<T>(resting: T, onChange: (value: T) => void = () => {}): Knob<T> {
  const turned: { readonly value: T }[] = [];
  const current = () => turned.at(-1)?.value ?? resting;
  return {
    get value() {
      return current();
    },
    turn(value) {
      const entry = { value };
      turned.push(entry);
      onChange(current());
      return () => {
        const index = turned.indexOf(entry);
        if (index >= 0) turned.splice(index, 1);
        onChange(current());
      };
    },
  };
}
