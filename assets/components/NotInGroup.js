import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { addMember } from "../actions.js";
import { listed } from "../format.js";
import { notInGroup, showToast } from "../store.js";
import { say } from "../strings/main.js";
import { sayMessages } from "../strings/messages.js";

/** Who was called and is not there, with a way to add them. @param {{ place: string }} props */
export function NotInGroup({ place }) {
  const [isBusy, setBusy] = useState(false);
  const found = notInGroup.value;
  if (!found || found.place !== place) return null;
  const done = () => { notInGroup.value = null; };
  const add = async () => {
    setBusy(true);
    try {
      for (const person of found.people) await addMember(place.slice(2), person.id);
      done();
    } catch (error) {
      showToast(error instanceof Error ? error.message : say.somethingBroke);
    } finally {
      setBusy(false);
    }
  };
  return html`
    <div class="absent" role="status">
      <span>${sayMessages.notInGroup({ count: found.people.length, names: listed(found.people.map((person) => person.name)) })}</span>
      <button class="btn outline sm" type="button" disabled=${isBusy} onClick=${add}>${sayMessages.addThem}</button>
      <button class="btn quiet sm" type="button" onClick=${done}>${sayMessages.dismiss}</button>
    </div>`;
}
