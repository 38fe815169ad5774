import { html } from "htm/preact";
import { Icon } from "./Icon.js";

/** What went wrong with a whole form. @param {{ text?: string }} props */
export const FormError = ({ text }) =>
  html`<div class="form-error" role="alert">${text && html`<p class="help bad"><${Icon} name="circle-alert" size="xs" />${text}</p>`}</div>`;
