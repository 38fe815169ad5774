import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { say } from "../strings/main.js";
import { Icon } from "./Icon.js";

const LONG_LINES = 200;
const SHOWN_OF_LONG = 12;
const MOST_COLOURED = 20_000;

/**
 * Code between fences. What scrolls sideways can be focused.
 * @param {{ language: string, text: string }} props
 */
export function CodeBlock({ language, text }) {
  const [isWhole, setWhole] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const lines = text.split("\n");
  const pieces = useColours(text, language);
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
      <pre tabindex="0" dir="ltr"><code>${isCut ? lines.slice(0, SHOWN_OF_LONG).join("\n") : pieces ?? text}</code></pre>
      ${isCut && html`<button class="btn quiet sm" type="button" onClick=${() => setWhole(true)}>${say.showAll({ lines: lines.length })}</button>`}
    </div>`;
}

/** Colours come after the text has been painted, in idle time. @param {string} text @param {string} language */
function useColours(text, language) {
  const [pieces, setPieces] = useState(/** @type {any[] | null} */ (null));
  useEffect(() => {
    if (!language || text.length > MOST_COLOURED) return undefined;
    let isGone = false;
    const work = () => import("../colour.js").then(({ colour, isKnown }) => {
      if (isGone || !isKnown(language)) return;
      setPieces(colour(text, language).map((piece) => (piece.kind ? html`<span class=${piece.kind}>${piece.text}</span>` : piece.text)));
    }, () => {});
    const timer = "requestIdleCallback" in window ? requestIdleCallback(work, { timeout: 1000 }) : setTimeout(work, 100);
    return () => {
      isGone = true;
      if ("cancelIdleCallback" in window) cancelIdleCallback(timer);
    };
  }, [text, language]);
  return pieces;
}
