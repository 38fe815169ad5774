/**
 * @import { Message } from "../protocol.js"
 * @import { Choice } from "../jump.js"
 */
import { html } from "htm/preact";
import { useRef, useState } from "preact/hooks";
import { directWith, findPeople } from "../actions.js";
import { api, sentence } from "../api.js";
import { offered } from "../jump.js";
import { recentKeys } from "../recent.js";
import { placeOf, withMessage } from "../state.js";
import { change, dialog, groupOf, known, showToast } from "../store.js";
import { sayForward } from "../strings/forward.js";
import { Dialog } from "./Dialog.js";
import { TextArea } from "./Field.js";
import { FormError } from "./FormError.js";
import { Forwarded } from "./Forwarded.js";
import { ChoiceLine } from "./JumpChoice.js";
import { SearchField } from "./SearchField.js";
import { useFinder } from "./useFinder.js";

const ASKED = 8;
const MOST_SHOWN = 30;

const close = () => { dialog.value = null; };

/** A forum takes posts alone, and an archived group nothing. @param {Choice} choice */
function takesMessages(choice) {
  if (choice.kind === "person") return true;
  if (choice.kind !== "conversation") return false;
  const group = choice.key.startsWith("g:") ? groupOf(choice.key.slice(2)).value : null;
  return group !== undefined && (group === null || (!group.is_archived && group.kind !== "forum"));
}

/** Where it can go: what I am in, the latest first, and people I have not written to yet. @param {string} query @returns {Promise<Choice[]>} */
async function places(query) {
  const people = query ? (await findPeople(query)).slice(0, ASKED) : [];
  const parts = offered({ state: known(), typed: query, here: null, recent: recentKeys(), found: { people, groups: [] }, commands: [] });
  const choices = parts.flatMap((part) => part.choices).filter(takesMessages);
  return choices.filter((choice, at) => choices.findIndex((one) => one.id === choice.id) === at).slice(0, MOST_SHOWN);
}

/** Sends a message on, to as many places as one presses. @param {{ message: Message }} props */
export function ForwardDialog({ message }) {
  // What only hands on is not handed on itself.
  const sourceId = (message.content === "" && message.forward_of) || message.id;
  const { found, error, setQuery } = useFinder(places);
  const note = useRef("");
  const [sent, setSent] = useState(/** @type {string[]} */ ([]));
  const [sending, setSending] = useState(/** @type {string | null} */ (null));
  /** One id for each place: a second try is the same message. @type {{ current: Record<string, string> }} */
  const ids = useRef({});
  const send = async (/** @type {Choice} */ choice) => {
    if (sending) return;
    setSending(choice.id);
    try {
      const place = choice.kind === "person" ? { direct_id: (await directWith(choice.user.id)).id }
        : placeOf(/** @type {Choice & { kind: "conversation" }} */ (choice).key);
      const path = place.group_id ? `/groups/${place.group_id}` : `/directs/${place.direct_id}`;
      const client_id = ids.current[choice.id] ??= crypto.randomUUID();
      const answer = await api.post(`${path}/messages`, { client_id, content: note.current.trim(), forward_of: sourceId });
      change((now) => withMessage(now, answer.message));
      setSent((before) => [...before, choice.id]);
    } catch (refused) {
      showToast(sentence(refused));
    }
    setSending(null);
  };
  return html`
    <${Dialog} title=${sayForward.title} onClose=${close}>
      <div class="dialog-body">
        <${Forwarded} id=${sourceId} />
        <${TextArea} label=${sayForward.note} isOptional=${true} rows="2" maxlength="2000" onInput=${(/** @type {any} */ event) => { note.current = event.currentTarget.value; }} />
        <${SearchField} label=${sayForward.find} onQuery=${setQuery} />
        <${FormError} text=${error} />
        <ul class="picks">
          ${found?.map((choice) => html`
            <li class="pick" key=${choice.id}><${ChoiceLine} choice=${choice} />
              ${sent.includes(choice.id) ? html`<span class="tag g" role="status">${sayForward.sent}</span>` : html`
                <button class="btn outline sm" type="button" aria-label=${sayForward.sendTo({ name: choice.name })} aria-disabled=${sending ? "true" : undefined}
                  onClick=${() => send(choice)}>${sayForward.send}</button>`}</li>`)}
          ${found?.length === 0 && html`<li class="none">${sayForward.nothing}</li>`}
        </ul>
      </div>
    <//>`;
}
