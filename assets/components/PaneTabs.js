import { html } from "htm/preact";
import { say } from "../strings/en.js";

/** @typedef {"about" | "files"} Tab */

/** @param {{ tab: Tab, onTab: (tab: Tab) => void }} props */
export const PaneTabs = ({ tab, onTab }) => html`
  <div class="pane-tabs" role="group" aria-label=${say.paneTabs}>
    ${/** @type {[Tab, string][]} */ ([["about", say.tabAbout], ["files", say.tabFiles]]).map(([name, label]) => html`
      <button class=${tab === name ? "chipbtn on" : "chipbtn"} type="button" key=${name} aria-pressed=${tab === name ? "true" : "false"}
        onClick=${() => onTab(name)}>${label}</button>`)}
  </div>`;
