import { html } from "htm/preact";
import { typing, userOf } from "../store.js";
import { say } from "../strings/en.js";

/** Who is writing. Never announced: it would talk over everything. @param {{ place: string }} props */
export function Typing({ place }) {
  const names = Object.keys(typing.value[place] ?? {}).map((id) => userOf(id).value?.name ?? say.someone);
  if (!names.length) return html`<div class="typing"></div>`;
  const text = names.length === 1 ? say.isWriting(names[0]) : names.length <= 3 ? say.areWriting(names) : say.severalWriting;
  return html`<div class="typing"><i><b></b></i><span dir="auto">${text}</span></div>`;
}
