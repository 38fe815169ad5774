import { html } from "htm/preact";
import { emojiPieces } from "../markdown.js";

/**
 * Text in which emoji are set in the emoji font.
 * @param {{ text: string }} props
 */
export function WithEmoji({ text }) {
  return emojiPieces(text).map((piece) =>
    (piece.type === "emoji" ? html`<span class="e">${piece.text}</span>` : "text" in piece && piece.text));
}
