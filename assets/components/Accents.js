/** @import { Accent } from "../protocol.js" */
import { html } from "htm/preact";
import { useId } from "preact/hooks";
import { ACCENT_NAMES } from "../accentNames.js";
import { workspace } from "../store.js";
import { saySettings } from "../strings/settings.js";
import { ACCENTS } from "../theme.js";

/**
 * One of the colours; `null` is that of the workspace, where that may be chosen.
 * @param {{ legend: string, value: Accent | null, hasNone?: boolean, onChange: (accent: Accent | null) => void, children?: any }} props
 */
export function Accents({ legend, value, hasNone = false, onChange, children }) {
  const name = useId();
  const one = (/** @type {Accent | null} */ accent, /** @type {string} */ text) => html`
    <label class=${value === accent ? "accent on" : "accent"} data-accent=${accent ?? workspace.value?.accent}>
      <input class="vh" type="radio" name=${name} value=${accent ?? ""} checked=${value === accent} onChange=${() => onChange(accent)} />
      <i aria-hidden="true"></i>${text}
    </label>`;
  return html`
    <fieldset class="set">
      <legend dir="auto">${legend}</legend>
      ${children}
      <div class="accents">${hasNone && one(null, saySettings.accentOfPlace)}${ACCENTS.map((accent) => one(accent, ACCENT_NAMES[accent]))}</div>
    </fieldset>`;
}
