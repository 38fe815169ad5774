import { html } from "htm/preact";
import { say } from "../strings/en.js";

const BRAND = new URL("../brand.svg", import.meta.url).pathname;
const SCENE = new URL("../scene.svg", import.meta.url).pathname;

export const Brand = () =>
  html`<div class="brand"><img src=${BRAND} alt="" width="30" height="34" />${say.product}</div>`;

/**
 * One sheet with one form, and the scene beside it.
 * @param {{ children?: any }} props
 */
export const Doorway = ({ children }) => html`
  <div class="doorway">
    <main class="sheet"><div class="in"><${Brand} />${children}</div></main>
    <div class="scene"><img src=${SCENE} alt="" width="880" height="884" /></div>
  </div>`;
