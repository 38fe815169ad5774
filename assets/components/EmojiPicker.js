/** @import { Entry, Group } from "../emojiTable.js" */
import { html } from "htm/preact";
import { useMemo, useRef, useState } from "preact/hooks";
import { recentOnes, setTone, table as shared, tone, used } from "../emoji.js";
import { isPhone } from "../focus.js";
import { inTone, table } from "../emojiTable.js";
import { isOwn, nameOfOwn, namesLike } from "../ownEmoji.js";
import { mayAddEmoji } from "../rights.js";
import { go } from "../router.js";
import { ownNames, picker, workspace } from "../store.js";
import { say } from "../strings/main.js";
import { sayEmoji } from "../strings/emoji.js";
import { EmojiGrid } from "./EmojiGrid.js";
import { EmojiSign } from "./EmojiSign.js";
import { Icon } from "./Icon.js";
import { usePopover } from "./usePopover.js";

shared.value = table;

const close = () => { picker.value = null; };
const MOST_FOUND = 60;
const HANDS = ["👋", "👋🏻", "👋🏼", "👋🏽", "👋🏾", "👋🏿"];

/** @typedef {Group | "recent" | "own"} Tab */

/** @type {{ name: Tab, icon: string, label: string }[]} */
const TABS = [
  { name: "recent", icon: "clock", label: sayEmoji.emojiRecent }, { name: "faces", icon: "smile", label: sayEmoji.emojiFaces },
  { name: "people", icon: "hand", label: sayEmoji.emojiPeople }, { name: "nature", icon: "leaf", label: sayEmoji.emojiNature },
  { name: "food", icon: "apple", label: sayEmoji.emojiFood }, { name: "travel", icon: "bike", label: sayEmoji.emojiTravel },
  { name: "things", icon: "lightbulb", label: sayEmoji.emojiThings }, { name: "symbols", icon: "heart", label: sayEmoji.emojiSymbols },
  { name: "flags", icon: "flag", label: sayEmoji.emojiFlags },
];
/** @type {typeof TABS[number]} */
const OWN_TAB = { name: "own", icon: "armchair", label: say.emojiOwn };

/** @param {string} name @returns {Entry} */
const ownEntry = (name) => ({ emoji: `:${name}:`, names: [name], label: name, takesTone: false });

/** @param {string} emoji @returns {Entry} */
const entryFor = (emoji) => (isOwn(emoji) ? ownEntry(nameOfOwn(emoji)) : { ...(table.entryOf(emoji) ?? { names: [], label: emoji }), emoji, takesTone: false });

/** @param {string} query @returns {Entry[]} */
const findAll = (query) => [...namesLike(ownNames.value, query, MOST_FOUND).map(ownEntry), ...table.find(query, MOST_FOUND)].slice(0, MOST_FOUND);

/**
 * One emoji out of all: searched for, or found in its group.
 * @param {{ anchor: HTMLElement, onPick: (emoji: string) => void }} props
 */
export function EmojiPicker({ anchor, onPick }) {
  const ref = usePopover({ anchor, onClose: close, isFree: isPhone() });
  const search = useRef(/** @type {HTMLInputElement | null} */ (null));
  const [query, setQuery] = useState("");
  const [tab, setTab] = useState(/** @type {Tab} */ ("recent"));
  const [looked, setLooked] = useState(/** @type {Entry | null} */ (null));
  const found = useMemo(() => findAll(query), [query, ownNames.value]);
  const sections = query.trim() ? [{ name: sayEmoji.emojiFound({ count: found.length }), entries: found }] : sectionsOf(tab);
  const mayAdd = mayAddEmoji(workspace.value);
  const tabs = ownNames.value.length || mayAdd ? [TABS[0], OWN_TAB, ...TABS.slice(1)] : TABS;
  const toPage = () => { close(); go("/settings/emoji"); };
  const pick = (/** @type {Entry} */ entry) => {
    const emoji = inTone(entry, tone.value);
    used(emoji);
    close();
    onPick(emoji);
  };
  const onSearchKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      const first = ref.current?.querySelector("[role='gridcell'][tabindex='0']");
      if (first instanceof HTMLElement) first.focus();
    } else if (event.key === "Enter" && found[0]) {
      event.preventDefault();
      pick(found[0]);
    }
  };
  return html`
    <div class=${isPhone() ? "pop emoji bottom" : "pop emoji"} popover="auto" ref=${ref} tabindex="-1" role="dialog" aria-label=${say.emojiPick}>
      <label class="input sm"><${Icon} name="search" size="s" />
        <input ref=${search} autofocus type="search" aria-label=${sayEmoji.emojiSearch} placeholder=${sayEmoji.emojiSearch} autocomplete="off"
          spellcheck=${false} onKeyDown=${onSearchKey} onInput=${(/** @type {any} */ event) => setQuery(event.currentTarget.value)} /></label>
      <div class="emoji-tabs" role="group" aria-label=${sayEmoji.emojiGroups}>
        ${tabs.map(({ name, icon, label }) => html`
          <button class=${tab === name && !query ? "ib lit" : "ib"} type="button" key=${name} aria-pressed=${tab === name && !query ? "true" : "false"}
            aria-label=${label} title=${label} onClick=${() => { setTab(name); setQuery(""); if (search.current) search.current.value = ""; }}>
            <${Icon} name=${icon} size="s" /></button>`)}
      </div>
      <p class="vh" role="status">${query.trim() ? sayEmoji.emojiFound({ count: found.length }) : ""}</p>
      <${EmojiGrid} key=${query ? "found" : tab} sections=${sections} onPick=${pick} onLook=${setLooked} onLeave=${() => search.current?.focus()} />
      <div class="foot">
        ${tab === "own" && mayAdd && !query ? html`<button class="btn outline sm" type="button" onClick=${toPage}><${Icon} name="plus" size="s" />${sayEmoji.emojiAdd}</button>`
        : looked ? html`<${EmojiSign} emoji=${inTone(looked, tone.value)} />
          <span class="w" aria-hidden="true"><b>${looked.label}</b><small>${looked.names[0] && `:${looked.names[0]}:`}</small></span>`
        : html`<span class="w"><small>${sayEmoji.emojiHint}</small></span>`}
        <div class="tones" role="radiogroup" aria-label=${sayEmoji.emojiTone}>
          ${HANDS.map((hand, at) => html`
            <label key=${hand} title=${sayEmoji.emojiToneNamed({ tone: at })}><input class="vh" type="radio" name="tone" checked=${tone.value === at} aria-label=${sayEmoji.emojiToneNamed({ tone: at })}
              onChange=${() => setTone(at)} /><span class="e" aria-hidden="true">${hand}</span></label>`)}
        </div>
      </div>
    </div>`;
}

/** @param {Tab} tab */
function sectionsOf(tab) {
  const label = (/** @type {string} */ name) => TABS.find((one) => one.name === name)?.label ?? "";
  const groups = table.groups.map(({ name, entries }) => ({ name: label(name), id: name, entries }));
  if (tab === "recent") {
    return [{ name: sayEmoji.emojiRecent, entries: recentOnes(18).map(entryFor) }, groups[0]];
  }
  if (tab === "own") return [{ name: ownNames.value.length ? say.emojiOwn : sayEmoji.emojiNoneOwn, entries: ownNames.value.map(ownEntry) }];
  return groups.filter(({ id }) => id === tab);
}
