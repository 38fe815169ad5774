/**
 * The languages of the page, each by its own name, and which of them is chosen. The server has the same list, and reads the
 * same cookie.
 */
import { keepTyped } from "./typed.js";

/** @type {[tag: string, name: string][]} */
export const LANGUAGES = [["en", "English"], ["de", "Deutsch"], ["es", "Español"], ["fr", "Français"], ["zh", "简体中文"], ["ar", "العربية"]];

const COOKIE = "parlor-language";
/** The longest that browsers keep a cookie. */
const LIFE_SECS = 400 * 24 * 3600;

/** @returns {string} "" where the browser's own languages decide */
export function chosenLanguage() {
  const kept = document.cookie.split("; ").find((one) => one.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  return LANGUAGES.some(([tag]) => tag === kept) ? kept ?? "" : "";
}

/** The page comes back in that language, where it is now. @param {string} tag "" for what the browser says */
export function speak(tag) {
  keepTyped();
  const security = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${COOKIE}=${tag}; path=/; max-age=${tag ? LIFE_SECS : 0}; samesite=lax${security}`;
  location.reload();
}
