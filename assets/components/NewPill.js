import { html } from "htm/preact";
import { say } from "../strings/main.js";
import { Icon } from "./Icon.js";

/** The way down. @param {{ count: number, onPress: () => void }} props */
export const NewPill = ({ count, onPress }) => html`
  <button class="newpill" type="button" onClick=${onPress}>
    <${Icon} name="arrow-down" size="s" />${count > 0 ? say.newMessages({ count }) : say.goToNewest}
  </button>`;
