import { html } from "htm/preact";
import { start } from "../actions.js";
import { session } from "../store.js";
import { say } from "../strings/main.js";

/** The page came, perhaps from a cache, but no server answers it. */
export function Unreachable() {
  const again = () => {
    session.value = "starting";
    void start();
  };
  return html`
    <main class="middle">
      <div class="empty">
        <h1>${say.cannotStart}</h1><p>${say.cannotStartWhy}</p>
        <button class="btn outline" type="button" onClick=${again}>${say.tryAgain}</button>
      </div>
    </main>`;
}
