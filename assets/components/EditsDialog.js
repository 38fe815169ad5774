/** @import { Edit, Message } from "../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { api, sentence } from "../api.js";
import { fullStamp } from "../format.js";
import { dialog, messageOf } from "../store.js";
import { sayMessages } from "../strings/messages.js";
import { Dialog } from "./Dialog.js";
import { Failed } from "./Failed.js";
import { Markdown } from "./Markdown.js";
import { Skeleton } from "./Skeleton.js";

/** What a message said before, the latest first. @param {{ message: Message }} props */
export function EditsDialog({ message }) {
  const [edits, setEdits] = useState(/** @type {Edit[] | null} */ (null));
  const [error, setError] = useState("");
  const now = messageOf(message.id).value ?? message;
  const load = () => {
    setError("");
    api.get(`/messages/${message.id}/edits`).then((answer) => setEdits(answer.items), (refused) => setError(sentence(refused)));
  };
  useEffect(load, [message.id, now.version]);
  return html`
    <${Dialog} title=${sayMessages.editsTitle} onClose=${() => { dialog.value = null; }}>
      <div class="dialog-body">
        ${error && html`<${Failed} text=${error} onRetry=${load} />`}
        ${!edits && !error && html`<${Skeleton} />`}
        ${edits && html`
          <ol class="edits">
            <li><h3>${sayMessages.editNow} <small>${now.edited_at && fullStamp(now.edited_at)}</small></h3><${Markdown} text=${now.content} /></li>
            ${edits.toReversed().map((edit) => html`
              <li key=${edit.version}><h3>${edit.version === 1 ? sayMessages.editFirst : sayMessages.editBefore} <small>${fullStamp(edit.written_at)}</small></h3>
                <${Markdown} text=${edit.content} /></li>`)}
          </ol>`}
      </div>
    <//>`;
}
