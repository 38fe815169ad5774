import { html } from "htm/preact";
import { say } from "../strings/main.js";
import { Icon } from "./Icon.js";

/** A line where something did not load, with the way to try again. @param {{ text: string, onRetry: () => void }} props */
export const Failed = ({ text, onRetry }) => html`
  <div class="banner bad boxed" role="alert">
    <${Icon} name="circle-alert" size="s" /><span>${text}</span>
    <button class="btn outline sm" type="button" onClick=${onRetry}>${say.retry}</button>
  </div>`;
