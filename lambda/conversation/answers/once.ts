/** Makes a value when it is first asked for, if ever; one that is `undefined` is made once, too. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
