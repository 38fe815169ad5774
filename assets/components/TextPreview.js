/** @import { FileInfo } from "../protocol.js" */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { api, sentence } from "../api.js";
import { sayFiles } from "../strings/files.js";
import { CodeBlock } from "./CodeBlock.js";
import { Icon } from "./Icon.js";

/** Enough for the first lines; in bytes. */
const BEGINNING = 4096;
const LINES = 40;

/** The first lines of a text, when they are asked for. @param {{ file: FileInfo }} props */
export function TextPreview({ file }) {
  const [text, setText] = useState(/** @type {string | null} */ (null));
  const [trouble, setTrouble] = useState("");
  const open = () => api.beginning(`/files/${file.id}/content`, BEGINNING).then((found) => setText(firstLines(found)), (error) => setTrouble(sentence(error)));
  const toggle = () => {
    setTrouble("");
    if (text === null) void open();
    else setText(null);
  };
  return html`
    <button class="btn quiet sm" type="button" aria-expanded=${text === null ? "false" : "true"} onClick=${toggle}>
      <${Icon} name="eye" size="s" />${text === null ? sayFiles.showBeginning : sayFiles.hideBeginning}</button>
    ${trouble && html`<p class="why" role="status">${trouble}</p>`}
    ${text !== null && html`<${CodeBlock} language=${languageOf(file.name)} text=${text || sayFiles.emptyFile} />`}`;
}

/** Without a last line, or a last character, that was cut. @param {string} text */
export function firstLines(text) {
  const lines = text.split("\n");
  const isCut = new TextEncoder().encode(text).length >= BEGINNING - 3 && lines.length > 1;
  return (isCut ? lines.slice(0, -1) : lines).slice(0, LINES).join("\n").replace(/\uFFFD+$/u, "");
}

/** @param {string} name */
const languageOf = (name) => /\.(\w+)$/u.exec(name)?.[1]?.toLowerCase() ?? "";
