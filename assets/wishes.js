/**
 * What one part of the page wants of another it does not know: the composer of
 * the list, a key of both.
 *
 * `write` puts text into the composer of a timeline, `sent` tells that something was said there, `unread` that it is
 * unread from here on, `draft` that another device has written there.
 * @typedef {{ settle: undefined, sent: string, write: { place: string, text: string }, draft: { place: string, text: string },
 *   unread: { key: string, ordinal: number } }} Wishes
 */

const target = new EventTarget();

/** @template {keyof Wishes} K @param {K} name @param {Wishes[K]} [detail] */
export const wish = (name, detail) => { target.dispatchEvent(new CustomEvent(name, { detail })); };

/** @template {keyof Wishes} K @param {K} name @param {(detail: Wishes[K]) => void} work @returns {() => void} */
export function onWish(name, work) {
  const listener = (/** @type {Event} */ event) => work(/** @type {CustomEvent} */ (event).detail);
  target.addEventListener(name, listener);
  return () => target.removeEventListener(name, listener);
}
