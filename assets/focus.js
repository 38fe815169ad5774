/** Where the focus goes. */
import { signal } from "@preact/signals";

const REGIONS = ["sidebar", "messages", "composer", "pane"];
const STOPS = "a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex='0']";

/** A mouse or a pen: a keyboard does not pop up when a field takes the focus. */
export const hasFinePointer = () => matchMedia("(pointer: fine)").matches;

const narrow = matchMedia("(max-width: 720px)");

/** One screen at a time. Followed by what reads it: a window may be made wider. */
const isNarrow = signal(narrow.matches);
narrow.addEventListener("change", () => { isNarrow.value = narrow.matches; });

export const isPhone = () => isNarrow.value;

/** @param {Element} region @returns {HTMLElement | null} */
function entranceOf(region) {
  const marked = region.querySelector("[data-entrance]") ?? region.querySelector("[aria-current='page']");
  const stop = marked ?? (region.matches(STOPS) ? region : region.querySelector(STOPS));
  return stop instanceof HTMLElement ? stop : null;
}

/** Moves to the next or previous part of the page. @param {1 | -1} by */
export function moveRegion(by) {
  const regions = REGIONS.map((name) => document.querySelector(`[data-region="${name}"]`))
    .filter((region) => region instanceof HTMLElement && region.checkVisibility());
  const here = regions.findIndex((region) => region?.contains(document.activeElement));
  const from = here === -1 && by === -1 ? 0 : here;
  for (let step = 1; step <= regions.length; step += 1) {
    const region = regions[(from + by * step + regions.length * 2) % regions.length];
    const entrance = region && entranceOf(region);
    if (entrance) return entrance.focus();
  }
}

/** @param {string} [place] of a thread that is open; the conversation's own without it */
export function focusComposer(place = "") {
  const inThread = place.startsWith("t:") ? document.querySelector(".pane .compose textarea") : null;
  const field = inThread ?? document.querySelector("[data-region='composer'] textarea");
  if (field instanceof HTMLElement) field.focus();
}

/** Puts the caret into the first field that is marked as wrong. @param {Element | null} form */
export function focusFirstError(form) {
  const field = form?.querySelector("[aria-invalid='true']");
  if (field instanceof HTMLElement) field.focus();
}
