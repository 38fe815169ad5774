import { html } from "htm/preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { say } from "../strings/main.js";

/** Hidden until somebody wants to see it. @param {{ text: string, children?: any }} props `text`: only for its length */
export function Spoiler({ text, children }) {
  const [isShown, setShown] = useState(false);
  const shown = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => { if (isShown) shown.current?.focus({ preventScroll: true }); }, [isShown]);
  if (isShown) return html`<span class="spoiler" ref=${shown} tabindex="-1">${children}</span>`;
  return html`<button class="spoiler" type="button" aria-label=${say.spoiler} title=${say.spoiler} data-text=${text} onClick=${() => setShown(true)}></button>`;
}
