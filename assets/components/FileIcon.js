/** @import { FileKind } from "../protocol.js" */
import { html } from "htm/preact";
import { Icon } from "./Icon.js";

/** @param {{ kind: FileKind }} props */
export const FileIcon = ({ kind }) => html`
  <${Icon} name=${kind === "image" ? "image" : kind === "audio" ? "audio-lines" : kind === "video" ? "film" : kind === "text" ? "file-text" : "file"} />`;

/** What a browser takes a file for; the server looks for itself. @param {string} type @returns {FileKind} */
export function kindOf(type) {
  const [kind] = type.split("/");
  return kind === "image" || kind === "audio" || kind === "video" || kind === "text" ? kind : "other";
}
