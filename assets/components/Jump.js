/** @import { Choice, Part } from "../jump.js" */
import { html } from "htm/preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { findPeople, joinGroup, openDirect, openKey } from "../actions.js";
import { announceStatus } from "../announce.js";
import { api, sentence } from "../api.js";
import { narrowed, offered, SEARCH } from "../jump.js";
import { isComposing, isMac, pressed } from "../keys.js";
import { recentKeys } from "../recent.js";
import { addressOf, go, searchAddress } from "../router.js";
import { dialog, known, showToast, workspace } from "../store.js";
import { say } from "../strings/main.js";
import { sayCommon } from "../strings/common.js";
import { saySearch } from "../strings/search.js";
import { commands } from "./commands.js";
import { Icon } from "./Icon.js";
import { JumpChoice } from "./JumpChoice.js";
import { useModal } from "./useModal.js";

const AFTER_MS = 150;
const ASKED = 8;
const NOBODY = { people: [], groups: [] };

/** @type {Record<Part["part"], string>} */
const TITLES = { unread: saySearch.jumpUnread, recent: saySearch.jumpRecent, places: saySearch.jumpPlaces, actions: saySearch.jumpActions, messages: saySearch.jumpMessages };

const close = () => { dialog.value = null; };

/** What the server knows beyond what is mine. @param {string} typed */
async function findStrangers(typed) {
  const { kind, query } = narrowed(typed);
  if (kind === "commands" || (kind === "all" && !query)) return NOBODY;
  const [people, groups] = await Promise.all([
    kind === "groups" ? [] : findPeople(query),
    kind === "people" ? [] : api.get(`/workspaces/${workspace.value?.id}/groups`, { query, limit: 30 }).then((page) => page.items),
  ]);
  return { people: people.slice(0, ASKED), groups: groups.slice(0, ASKED) };
}

/** People and groups the server finds, once the typing rests; only the latest answer counts. @param {string} typed */
function useStrangers(typed) {
  const [found, setFound] = useState(/** @type {Awaited<ReturnType<typeof findStrangers>>} */ (NOBODY));
  const asked = useRef(0);
  useEffect(() => {
    const ask = asked.current += 1;
    const timer = setTimeout(() => findStrangers(typed).then((next) => { if (ask === asked.current) setFound(next); }, () => {}), AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return found;
}

/** Goes there, or does it. @param {Choice} choice */
async function take(choice) {
  try {
    if (choice.kind === "conversation") go(addressOf(choice.key));
    else if (choice.kind === "person") await openDirect(choice.user.id);
    else if (choice.kind === "group") await joinGroup(choice.group.id);
    else if (choice.kind === "command") choice.command.run();
    else go(searchAddress(choice.query));
  } catch (error) {
    showToast(sentence(error));
  }
}

/**
 * Leads anywhere by its name: unread first, then where one was, then everything else.
 * @param {{ typed?: string }} props `typed`: before it was there
 */
export function Jump({ typed: begun = "" }) {
  const [typed, setTyped] = useState(begun);
  const [chosen, setChosen] = useState(/** @type {string | null} */ (null));
  const found = useStrangers(typed);
  const { attributes, hasLeft } = useModal(close);
  const id = useId();
  const parts = offered({ state: known(), typed, here: openKey(), recent: recentKeys(), found, commands: commands() });
  const choices = parts.flatMap((part) => part.choices);
  const at = Math.max(0, choices.findIndex((choice) => choice.id === chosen));

  const pick = (/** @type {Choice} */ choice) => {
    hasLeft.current = choice.kind !== "command";
    close();
    void take(choice);
  };
  const move = (/** @type {number} */ by) => {
    const next = choices[(at + by + choices.length) % choices.length];
    setChosen(next?.id ?? null);
    if (next) document.getElementById(`${id}-${next.id}`)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    if (isComposing(event)) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && choices[at]) pick((pressed(event) === "Ctrl+Enter" && choices.find((choice) => choice.id === SEARCH)) || choices[at]);
    else return;
    event.preventDefault();
  };
  useEffect(() => { if (typed) announceStatus(saySearch.jumpFound({ count: choices.length })); }, [typed, choices.length]);

  return html`
    <dialog class="dialog qs" ...${attributes} aria-label=${say.jump}>
      <div class="dialog-in">
        <label class="input"><${Icon} name="search" />
          <input type="text" dir="auto" role="combobox" aria-expanded=${choices.length > 0 ? "true" : "false"} aria-controls=${`${id}-list`} aria-autocomplete="list"
            aria-activedescendant=${choices[at] ? `${id}-${choices[at].id}` : undefined} aria-label=${saySearch.jumpLabel} placeholder=${saySearch.jumpLabel}
            autofocus autocomplete="off" spellcheck=${false} value=${typed} onInput=${(/** @type {any} */ event) => { setTyped(event.currentTarget.value); setChosen(null); }}
            onKeyDown=${onKeyDown} />
          <button class="ib sm" type="button" aria-label=${sayCommon.close} onClick=${close}><${Icon} name="x" size="s" /></button>
        </label>
        <div class="list" id=${`${id}-list`} role="listbox" aria-label=${say.jump}>
          ${parts.map(({ part, choices: some }) => html`
            <div role="group" aria-labelledby=${`${id}-${part}`} key=${part}>
              <div class="sec" role="presentation" id=${`${id}-${part}`}>${TITLES[part]}</div>
              ${some.map((choice) => html`<${JumpChoice} key=${choice.id} choice=${choice} id=${`${id}-${choice.id}`}
                isChosen=${choice === choices[at]} onPick=${() => pick(choice)} onPoint=${() => setChosen(choice.id)} />`)}
            </div>`)}
        </div>
        ${choices.length === 0 && html`<p class="none">${saySearch.jumpNothing}</p>`}
        <${Foot} />
      </div>
    </dialog>`;
}

/** What the keys do; a finger has none. What one knows anyway comes last, since there may be no room for it. */
const Foot = () => html`
  <footer class="only-d" aria-hidden="true">
    <span><kbd>↑</kbd> <kbd>↓</kbd> ${saySearch.jumpMove}</span><span><kbd>${isMac ? saySearch.jumpSearchKeyMac : saySearch.jumpSearchKey}</kbd> ${saySearch.jumpSearches}</span>
    <span><kbd>#</kbd> ${saySearch.jumpGroups}</span><span><kbd>@</kbd> ${saySearch.jumpPeople}</span><span><kbd>></kbd> ${saySearch.jumpDo}</span><span><kbd>${say.keyEnter}</kbd> ${saySearch.jumpOpen}</span>
  </footer>`;
