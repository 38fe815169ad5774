/** @import { User } from "../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { sentence } from "../api.js";
import { number } from "../format.js";
import { votersOf } from "../polls.js";
import { dialog, messageOf } from "../store.js";
import { sayPolls } from "../strings/polls.js";
import { Dialog } from "./Dialog.js";
import { Failed } from "./Failed.js";
import { Portrait } from "./Portrait.js";
import { Skeleton } from "./Skeleton.js";

/** Who chose what, answer by answer. @param {{ messageId: string }} props */
export function VotersDialog({ messageId }) {
  const poll = messageOf(messageId).value?.poll;
  const [people, setPeople] = useState(/** @type {User[][] | null} */ (null));
  const [error, setError] = useState("");
  const load = () => {
    setError("");
    const lists = (poll?.options ?? []).map((option) => (option.vote_count > 0 ? votersOf(messageId, option.id) : Promise.resolve([])));
    Promise.all(lists).then(setPeople, (refused) => setError(sentence(refused)));
  };
  useEffect(load, [messageId, poll?.revision]);
  return html`
    <${Dialog} title=${sayPolls.whoVoted} onClose=${() => { dialog.value = null; }}>
      <div class="dialog-body">
        ${error && html`<${Failed} text=${error} onRetry=${load} />`}
        ${!people && !error && html`<${Skeleton} />`}
        ${people && poll?.options.map((option, at) => html`
          <section key=${option.id}>
            <h3 class="sub" dir="auto">${option.text} <small>${number(option.vote_count)}</small></h3>
            <ul class="voters">${people[at]?.map((person) => html`
              <li key=${person.id}><${Portrait} id=${person.id} name=${person.name} size=${24} /><span dir="auto">${person.name}</span></li>`)}</ul>
          </section>`)}
      </div>
    <//>`;
}
