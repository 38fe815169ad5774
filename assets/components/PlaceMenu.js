import { html } from "htm/preact";
import { markEverythingRead } from "../readAll.js";
import { mayManagePeople } from "../rights.js";
import { go } from "../router.js";
import { dialog, me, placeMenu } from "../store.js";
import { say } from "../strings/main.js";
import { sayEmoji } from "../strings/emoji.js";
import { sayNotices } from "../strings/notices.js";
import { Icon } from "./Icon.js";
import { usePopover } from "./usePopover.js";

const close = () => { placeMenu.value = null; };

/** @type {{ icon: string, label: string, run: () => void, isOffered?: () => boolean }[]} */
const ITEMS = [
  { icon: "check", label: sayNotices.markAll, run: () => void markEverythingRead() },
  { icon: "bell", label: sayNotices.attention, run: () => go("/settings/notifications") },
  { icon: "smile", label: sayEmoji.emojiPage, run: () => go("/settings/emoji") },
  { icon: "settings", label: say.workspaceSettings, run: () => { dialog.value = { kind: "workspace" }; } },
  { icon: "key-round", label: say.admin, run: () => go("/admin"), isOffered: () => mayManagePeople(me.value) },
];

/** What concerns all of the place at once. @param {{ anchor: HTMLElement }} props */
export function PlaceMenu({ anchor }) {
  const ref = usePopover({ anchor, onClose: close });
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    const items = /** @type {HTMLElement[]} */ ([...(ref.current?.querySelectorAll("[role='menuitem']") ?? [])]);
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items[(next + items.length) % items.length]?.focus();
  };
  // The popover gives the focus back first; what is done may take it elsewhere.
  const pick = (/** @type {() => void} */ run) => {
    close();
    setTimeout(run);
  };
  return html`
    <div class="pop menu" popover="auto" ref=${ref} role="menu" tabindex="-1" aria-label=${say.placeMenu} onKeyDown=${onKeyDown}>
      ${ITEMS.filter(({ isOffered }) => isOffered?.() !== false).map(({ icon, label, run }) => html`
        <button class="menu-i" type="button" role="menuitem" tabindex="-1" key=${label} onClick=${() => pick(run)}><${Icon} name=${icon} />${label}</button>`)}
    </div>`;
}
