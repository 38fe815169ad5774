import { html } from "htm/preact";
import { useEffect } from "preact/hooks";
import { fillTyped } from "../typed.js";
import { say } from "../strings/main.js";
import { LanguageChoice } from "./LanguageChoice.js";

const BRAND = new URL("../brand.svg", import.meta.url).pathname;
const SCENE = new URL("../scene.svg", import.meta.url).pathname;

export const Brand = () =>
  html`<div class="brand"><img src=${BRAND} alt="" width="30" height="34" />${say.product}</div>`;

/**
 * One sheet with one form, and the scene beside it.
 * @param {{ children?: any, isLast?: boolean }} props `isLast`: what stands here would not come back if the page were loaded again
 */
export function Doorway({ children, isLast = false }) {
  useEffect(fillTyped);
  return html`
    <div class="doorway">
      <main class="sheet"><div class="in"><${Brand} />${children}${!isLast && html`<${LanguageChoice} />`}</div></main>
      <div class="scene"><img src=${SCENE} alt="" width="880" height="884" /></div>
    </div>`;
}
