const place = "alongside-last-use";
let lastUse = Date.now();

/** Every answer of the server keeps the session going: noted for all tabs, where the browser lets us. */
export const noteUse = (): void => {
  lastUse = Date.now();
  try {
    localStorage.setItem(place, String(lastUse));
  } catch {
    // Without storage each tab counts for itself.
  }
};

/** When the server last heard of this browser, in milliseconds since 1970. */
export const lastUsedAt = (): number => {
  try {
    return Math.max(lastUse, Number(localStorage.getItem(place) ?? 0));
  } catch {
    return lastUse;
  }
};
