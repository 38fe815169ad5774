import { html } from "htm/preact";
import { listed } from "../format.js";
import { typing, userOf } from "../store.js";
import { say } from "../strings/main.js";

/** Who is writing. Never announced: it would talk over everything. @param {{ place: string }} props */
export function Typing({ place }) {
  const names = Object.keys(typing.value[place] ?? {}).map((id) => userOf(id).value?.name ?? say.someone);
  if (!names.length) return html`<div class="typing"></div>`;
  const text = names.length === 1 ? say.isWriting({ name: names[0] }) : names.length <= 3 ? say.areWriting({ names: listed(names) }) : say.severalWriting;
  return html`<div class="typing"><i><b></b></i><span>${text}</span></div>`;
}
