/**
 * How the house looks, on this device: day or evening, contrast, size of text,
 * how close things stand, and a colour for each workspace.
 *
 * @typedef {"system" | "light" | "dark"} Theme
 * @typedef {"system" | "more"} Contrast
 * @typedef {"90" | "100" | "110" | "120" | "130"} TextSize per cent
 * @typedef {"roomy" | "compact"} Density
 * @typedef {"green" | "blue" | "plum" | "clay" | "slate"} Accent
 */
import { effect, signal } from "@preact/signals";
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

/** @param {string | undefined} workspaceId @returns {Accent} */
function keptAccent(workspaceId) {
  const kept = workspaceId ? localStorage.getItem(accentKey(workspaceId)) : null;
  return ACCENTS.find((one) => one === kept) ?? ACCENTS[0];
}

/** The colour of the workspace one is in. @type {import("@preact/signals").Signal<Accent>} */
export const accent = signal(ACCENTS[0]);

/** @param {Accent} wanted */
export function setAccent(wanted) {
  const id = workspace.peek()?.id;
  if (!id) return;
  accent.value = wanted;
  if (wanted === ACCENTS[0]) localStorage.removeItem(accentKey(id));
  else localStorage.setItem(accentKey(id), wanted);
}

export function startTheme() {
  effect(() => { accent.value = keptAccent(workspace.value?.id); });
  effect(() => {
    if (accent.value === ACCENTS[0]) delete document.documentElement.dataset.accent;
    else document.documentElement.dataset.accent = accent.value;
  });
}
