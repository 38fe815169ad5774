import { html } from "htm/preact";

/**
 * One of several, beside others of its kind: its name is heard and not seen.
 * @param {{ label: string, value: string, options: [string, string][], onChange: (value: string) => void }} props
 */
export const Picked = ({ label, value, options, onChange }) => html`
  <span class="input sm picked"><select aria-label=${label} value=${value} onChange=${(/** @type {any} */ event) => onChange(event.currentTarget.value)}>
    ${options.map(([key, text]) => html`<option value=${key} key=${key} selected=${key === value}>${text}</option>`)}
  </select></span>`;
