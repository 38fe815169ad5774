/** @import { FileInfo, Message } from "../protocol.js" */
import { html } from "htm/preact";
import { mayModerate } from "../rights.js";
import { dialog, groupOf, me, workspace } from "../store.js";
import { sayFiles } from "../strings/files.js";
import { Icon } from "./Icon.js";

/** For those who may let strangers read a file: who brought it, and who moderates. @param {{ file: FileInfo, message: Message }} props */
export function ShareButton({ file, message }) {
  const group = message.group_id ? groupOf(message.group_id).value : undefined;
  const isGuest = workspace.value?.my_role === "guest";
  if (isGuest || !(file.uploader_id === me.value.id || (group && mayModerate(group, workspace.value)))) return null;
  return html`
    <button class="ib sm" type="button" aria-label=${sayFiles.linksTo({ name: file.name })} title=${sayFiles.publicLinks} aria-haspopup="dialog"
      onClick=${() => { dialog.value = { kind: "links", file }; }}><${Icon} name="link" size="s" /></button>`;
}
