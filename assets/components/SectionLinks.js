import { html } from "htm/preact";
import { Icon } from "./Icon.js";

/**
 * Pages that stand together, in a sidebar of their own.
 * @param {{ title: string, base: string, sections: { section: string, icon: string, title: string }[], section: string }} props
 *   `base` is where they are (`/settings`), `section` the one that is shown
 */
export const SectionLinks = ({ title, base, sections, section }) => sections.length > 0 && html`
  <div class="sec"><h2>${title}</h2></div>
  <ul>${sections.map((one) => html`
    <li><a class=${one.section === section ? "row on" : "row"} href=${`${base}/${one.section}`}
      aria-current=${one.section === section ? "page" : undefined}><${Icon} name=${one.icon} /><span class="nm">${one.title}</span></a></li>`)}
  </ul>`;

/** Past them, to the page. @param {Event} event */
export function skipToSheet(event) {
  event.preventDefault();
  document.getElementById("sheet")?.focus();
}
