import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { say } from "../strings/en.js";
import { Icon } from "./Icon.js";

const LONG_LINES = 200;
const SHOWN_OF_LONG = 12;

/**
 * Code between fences. What scrolls sideways can be focused.
 * @param {{ language: string, text: string }} props
 */
export function CodeBlock({ language, text }) {
  const [isWhole, setWhole] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const lines = text.split("\n");
  const isCut = !isWhole && lines.length > LONG_LINES;
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true), () => {});
  return html`
    <div class="code">
      <div class="ctools">
        ${language}
        <button class="ib sm" type="button" aria-label=${isCopied ? say.copied : say.copyCode} onClick=${copy}>
          <${Icon} name=${isCopied ? "check" : "copy"} size="s" />
        </button>
      </div>
      <pre tabindex="0" dir="ltr"><code>${isCut ? lines.slice(0, SHOWN_OF_LONG).join("\n") : text}</code></pre>
      ${isCut && html`<button class="btn quiet sm" type="button" onClick=${() => setWhole(true)}>${say.showAll(lines.length)}</button>`}
    </div>`;
}
