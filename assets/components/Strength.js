import { html } from "htm/preact";
import { sayDoor } from "../strings/door.js";

/** By length, with a little off for sameness: the server knows the leaked ones. @param {string} password @returns {0 | 1 | 2 | 3 | 4} */
export function strengthOf(password) {
  const different = new Set(password).size;
  if (!password) return 0;
  if (password.length < 10 || different < 5) return 1;
  if (password.length < 14 || different < 8) return 2;
  return password.length < 20 ? 3 : 4;
}

const WORDS = [sayDoor.strengthNone, sayDoor.strengthShort, sayDoor.strengthFair, sayDoor.strengthGood, sayDoor.strengthStrong];

/** @param {{ password: string }} props */
export function Strength({ password }) {
  const strength = strengthOf(password);
  return html`
    <div class="strength" role="img" aria-label=${WORDS[strength]}>
      ${[1, 2, 3, 4].map((step) => html`<i class=${step <= strength ? "on" : ""}></i>`)}
    </div>`;
}
