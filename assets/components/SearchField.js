import { html } from "htm/preact";
import { Icon } from "./Icon.js";

/** @param {{ label: string, onQuery: (query: string) => void }} props */
export const SearchField = ({ label, onQuery }) => html`
  <label class="input"><${Icon} name="search" size="s" />
    <input type="search" dir="auto" aria-label=${label} placeholder=${label} autofocus autocomplete="off" spellcheck=${false}
      onInput=${(/** @type {any} */ event) => onQuery(event.currentTarget.value)} />
  </label>`;
