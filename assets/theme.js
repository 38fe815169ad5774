/**
 * How the house looks, on this device: day or evening, contrast, size of text,
 * how close things stand, and a colour for each workspace.
 *
 * @import { Accent } from "./protocol.js"
 *
 * @typedef {"system" | "light" | "dark"} Theme
 * @typedef {"system" | "more"} Contrast
 * @typedef {"90" | "100" | "110" | "120" | "130"} TextSize per cent
 * @typedef {"roomy" | "compact"} Density
 */
import { computed, effect, signal } from "@preact/signals";
import { workspace } from "./store.js";

/** @type {readonly TextSize[]} */
export const TEXT_SIZES = ["90", "100", "110", "120", "130"];
/** Their colours stand in themes.css, and a test computes their contrast. @type {readonly Accent[]} */
export const ACCENTS = ["green", "blue", "plum", "clay", "slate"];

/**
 * One thing that can be chosen; the first is what nobody needs to choose.
 * @template {string} T
 * @param {string} name of the attribute, and of where it is kept @param {readonly T[]} values
 */
function choice(name, values) {
  const key = `parlor.${name}`;
  const kept = () => values.find((value) => value === localStorage.getItem(key)) ?? values[0];
  const chosen = signal(/** @type {T} */ (kept()));
  effect(() => {
    if (chosen.value === values[0]) delete document.documentElement.dataset[name];
    else document.documentElement.dataset[name] = chosen.value;
  });
  // Another window of this browser may change it.
  window.addEventListener("storage", (event) => { if (event.key === key) chosen.value = kept(); });
  const set = (/** @type {T} */ wanted) => {
    chosen.value = wanted;
    if (wanted === values[0]) localStorage.removeItem(key);
    else localStorage.setItem(key, wanted);
  };
  return { chosen, set };
}

const themes = choice("theme", /** @type {readonly Theme[]} */ (["system", "light", "dark"]));
export const contrast = choice("contrast", /** @type {readonly Contrast[]} */ (["system", "more"]));
export const textSize = choice("text", /** @type {readonly TextSize[]} */ (["100", "90", "110", "120", "130"]));
export const density = choice("density", /** @type {readonly Density[]} */ (["roomy", "compact"]));

export const theme = themes.chosen;
export const setTheme = themes.set;

/** @param {string} workspaceId */
const accentKey = (workspaceId) => `parlor.accent.${workspaceId}`;

/** One's own choice for the workspace one is in; `null` goes by the workspace. @type {import("@preact/signals").Signal<Accent | null>} */
export const ownAccent = signal(null);

/** The colour that is shown. @type {import("@preact/signals").ReadonlySignal<Accent>} */
export const accent = computed(() => ownAccent.value ?? workspace.value?.accent ?? ACCENTS[0]);

/** @param {Accent | null} wanted */
export function setAccent(wanted) {
  const id = workspace.peek()?.id;
  if (!id) return;
  ownAccent.value = wanted;
  if (wanted) localStorage.setItem(accentKey(id), wanted);
  else localStorage.removeItem(accentKey(id));
}

export function startTheme() {
  effect(() => {
    const kept = localStorage.getItem(accentKey(workspace.value?.id ?? ""));
    ownAccent.value = ACCENTS.find((one) => one === kept) ?? null;
  });
  effect(() => {
    if (accent.value === ACCENTS[0]) delete document.documentElement.dataset.accent;
    else document.documentElement.dataset.accent = accent.value;
  });
}
