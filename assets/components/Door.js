import { html } from "htm/preact";
import { initials } from "../format.js";

/** A workspace's door. @param {{ name: string }} props */
export const Door = ({ name }) => html`<span class="door" aria-hidden="true">${initials(name).slice(0, 1)}</span>`;
