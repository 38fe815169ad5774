import { html } from "htm/preact";

const SPRITE = new URL("../icons.svg", import.meta.url).pathname;

/**
 * An icon of the sprite. Its accessible name is on the button around it.
 * @param {{ name: string, size?: "" | "s" | "xs" }} props
 */
export function Icon({ name, size = "" }) {
  return html`<svg class=${size ? `i ${size}` : "i"} aria-hidden="true"><use href=${`${SPRITE}#i-${name}`} /></svg>`;
}

/**
 * A mark of presence: its shape tells as much as its colour.
 * @param {{ kind: string, label: string }} props
 */
export function PresenceMark({ kind, label }) {
  return html`<svg class=${`pres ${kind}`} role="img" aria-label=${label}><use href=${`${SPRITE}#p-${kind}`} /></svg>`;
}
