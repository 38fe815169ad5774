import { html } from "htm/preact";
import { sayFiles } from "../strings/files.js";

/** @typedef {"about" | "files"} Tab */

/** @param {{ tab: Tab, onTab: (tab: Tab) => void }} props */
export const PaneTabs = ({ tab, onTab }) => html`
  <div class="pane-tabs" role="group" aria-label=${sayFiles.paneTabs}>
    ${/** @type {[Tab, string][]} */ ([["about", sayFiles.tabAbout], ["files", sayFiles.tabFiles]]).map(([name, label]) => html`
      <button class=${tab === name ? "chipbtn on" : "chipbtn"} type="button" key=${name} aria-pressed=${tab === name ? "true" : "false"}
        onClick=${() => onTab(name)}>${label}</button>`)}
  </div>`;
