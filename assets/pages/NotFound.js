import { html } from "htm/preact";
import { say } from "../strings/main.js";

/** The same page for what is missing and for what is not ours to see. */
export const NotFound = () => html`
  <div class="middle">
    <div class="empty">
      <h1>${say.notFoundTitle}</h1><p>${say.notFoundText}</p>
      <a class="btn outline" href="/">${say.goHome}</a>
    </div>
  </div>`;
