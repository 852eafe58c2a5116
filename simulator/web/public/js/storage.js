/** A browser's storage; nothing is kept where the person has forbidden it. */
function keptIn(storageOf) {
  const attempt = (action) => {
    try {
      return action(storageOf());
    } catch {
      return undefined;
    }
  };
  return {
    get: (name) => attempt((kept) => kept.getItem(`aloud.${name}`)) ?? undefined,
    set: (name, value) => attempt((kept) => kept.setItem(`aloud.${name}`, value)),
    remove: (name) => attempt((kept) => kept.removeItem(`aloud.${name}`)),
  };
}

/** What the browser keeps for the next visit. */
export const browserStorage = keptIn(() => localStorage);
/** What this tab keeps, also when it is loaded again. */
export const tabStorage = keptIn(() => sessionStorage);
