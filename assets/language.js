/**
 * The language of the page, as the server chose it: it stands on the root.
 */
const root = globalThis.document?.documentElement;

export const language = root?.lang || "en";
export const isRightToLeft = root?.dir === "rtl";

/** The arrow keys along a line of text, and against it. */
export const ONWARD = isRightToLeft ? "ArrowLeft" : "ArrowRight";
export const BACKWARD = isRightToLeft ? "ArrowRight" : "ArrowLeft";

/** @param {string} tag */
function likely(tag) {
  try {
    const { language: base, script } = new Intl.Locale(tag).maximize();
    return `${base}-${script}`;
  } catch {
    return "";
  }
}

/**
 * What `Intl` writes in: the page's language as it is used where the person lives, if the browser says so (`en-GB`, `de-AT`).
 * @param {string} wanted @param {readonly string[]} known the browser's languages, the dearest first
 */
export const localeOf = (wanted, known) => known.find((one) => likely(one) === likely(wanted)) ?? wanted;

export const locale = localeOf(language, globalThis.navigator?.languages ?? []);
