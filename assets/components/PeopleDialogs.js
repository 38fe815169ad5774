/** @import { Person } from "../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { addMember, findPeople, loadMembers, openDirect } from "../actions.js";
import { sentence } from "../api.js";
import { showPeople } from "../live.js";
import { dialog, groupOf, showToast, state } from "../store.js";
import { say } from "../strings/main.js";
import { sayCommon } from "../strings/common.js";
import { sayGroups } from "../strings/groups.js";
import { Dialog } from "./Dialog.js";
import { FormError } from "./FormError.js";
import { Portrait } from "./Portrait.js";
import { SearchField } from "./SearchField.js";
import { useFinder } from "./useFinder.js";

const close = () => { dialog.value = null; };

/**
 * People by name, each with something to do.
 * @param {{ title: string, act: (person: Person) => any }} props
 */
function PeopleDialog({ title, act }) {
  const { found, error, setQuery } = useFinder(findPeople);
  useEffect(() => {
    showPeople("finder", found?.map((person) => person.id) ?? []);
    return () => showPeople("finder", []);
  }, [found]);
  return html`
    <${Dialog} title=${title} onClose=${close}>
      <div class="dialog-body">
        <${SearchField} label=${sayGroups.findPerson} onQuery=${setQuery} />
        <${FormError} text=${error} />
        <ul class="picks">
          ${found?.map((person) => html`
            <li class="pick" key=${person.id}>
              <${Portrait} id=${person.id} name=${person.name} size=${32} hasPresence=${true} />
              <span class="w"><b dir="auto">${person.name}</b><small><bdi>@${person.username}</bdi></small></span>
              ${act(person)}
            </li>`)}
          ${found?.length === 0 && html`<li class="none">${sayGroups.nobodyFound}</li>`}
        </ul>
      </div>
    <//>`;
}

export function NewDirectDialog() {
  const open = async (/** @type {Person} */ person) => {
    try {
      await openDirect(person.id);
      close();
    } catch (error) {
      showToast(sentence(error));
    }
  };
  return html`<${PeopleDialog} title=${sayGroups.newDirectTitle} act=${(/** @type {Person} */ person) => html`
    <button class="btn outline sm" type="button" aria-label=${say.writeTo({ name: person.name })} onClick=${() => open(person)}>${sayCommon.open}</button>`} />`;
}

/** @param {{ groupId: string }} props */
export function AddMemberDialog({ groupId }) {
  const [added, setAdded] = useState(/** @type {string[]} */ ([]));
  const rows = state.value?.members[groupId];
  useEffect(() => { if (!rows) loadMembers(groupId).catch(() => {}); }, [groupId]);
  const add = async (/** @type {Person} */ person) => {
    try {
      await addMember(groupId, person.id);
      setAdded((now) => [...now, person.id]);
    } catch (error) {
      showToast(sentence(error));
    }
  };
  const act = (/** @type {Person} */ person) => {
    if (added.includes(person.id)) return html`<span class="tag g" role="status">${sayGroups.added}</span>`;
    if (rows?.some((row) => row.user_id === person.id)) return html`<span class="tag">${sayGroups.isMember}</span>`;
    return html`<button class="btn outline sm" type="button" aria-label=${`${sayCommon.add} ${person.name}`} onClick=${() => add(person)}>${sayCommon.add}</button>`;
  };
  return html`<${PeopleDialog} title=${sayGroups.addTo({ group: groupOf(groupId).value?.name ?? "" })} act=${act} />`;
}
