import { html } from "htm/preact";

const SPRITE = new URL("../icons.svg", import.meta.url).pathname;

/** They point along the text, or against it. */
const POINTING = ["arrow-left", "arrow-right", "corner-down-right", "forward", "log-out", "message-square-reply", "panel-right", "quote"];

/**
 * An icon of the sprite. Its accessible name is on the button around it.
 * @param {{ name: string, size?: "" | "s" | "xs" }} props
 */
export function Icon({ name, size = "" }) {
  const kinds = ["i", size, POINTING.includes(name) && "points"].filter(Boolean).join(" ");
  return html`<svg class=${kinds} aria-hidden="true"><use href=${`${SPRITE}#i-${name}`} /></svg>`;
}

/**
 * A mark of presence: its shape tells as much as its colour.
 * @param {{ kind: string, label: string }} props
 */
export function PresenceMark({ kind, label }) {
  return html`<svg class=${`pres ${kind}`} role="img" aria-label=${label}><use href=${`${SPRITE}#p-${kind}`} /></svg>`;
}
