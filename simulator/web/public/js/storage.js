/** What the browser keeps for the next visit; nothing where the person has forbidden it. */
export const storage = {
  get(name) {
    try {
      return localStorage.getItem(`aloud.${name}`) ?? undefined;
    } catch {
      return undefined;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(`aloud.${name}`, value);
    } catch {
      // Then it is forgotten.
    }
  },
  remove(name) {
    try {
      localStorage.removeItem(`aloud.${name}`);
    } catch {
      // Nothing was kept.
    }
  },
};
