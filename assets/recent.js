/** Conversations one was in on this device, the latest first. */

const NAME = "parlor.recent";
const MOST = 20;

/** @returns {string[]} their keys; some may be gone */
export function recentKeys() {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME) ?? "[]");
    return Array.isArray(kept) ? kept.filter((key) => typeof key === "string") : [];
  } catch {
    return [];
  }
}

/** @param {string} key */
export function noteRecent(key) {
  const keys = [key, ...recentKeys().filter((held) => held !== key)].slice(0, MOST);
  localStorage.setItem(NAME, JSON.stringify(keys));
}
