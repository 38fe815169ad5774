import { html } from "htm/preact";
import { closePane } from "../pane.js";
import { results } from "../searching.js";
import { say } from "../strings/main.js";
import { saySearch } from "../strings/search.js";
import { Hits } from "./Hits.js";
import { Icon } from "./Icon.js";

/** What was found, beside the hit that is looked at, so that the next one is one key away. @param {{ address: string }} props */
export function SearchPane({ address }) {
  return html`
    <aside class="pane" aria-label=${saySearch.searchResults} data-region="pane">
      <header class="head">
        <div class="head-main"><h2 class="head-title">${say.search}</h2><p class="head-topic" dir="auto">${results.value.q}</p></div>
        <a class="ib" href=${address} aria-label=${saySearch.backToSearch} title=${saySearch.backToSearch}><${Icon} name="search" /></a>
        <button class="ib" type="button" aria-label=${saySearch.closeHits} onClick=${closePane}><${Icon} name="x" /></button>
      </header>
      <div class="pane-body hits" data-hits><${Hits} isPane=${true} /></div>
    </aside>`;
}
