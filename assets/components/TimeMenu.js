import { html } from "htm/preact";
import { hasFinePointer } from "../focus.js";
import { dialog, timing } from "../store.js";
import { sayLater } from "../strings/later.js";
import { offered, whenText } from "../when.js";
import { Icon } from "./Icon.js";
import { useMenuKeys } from "./useMenuKeys.js";
import { usePopover } from "./usePopover.js";

const close = () => { timing.value = null; };

/**
 * Times to come: a menu, or on a phone a sheet.
 * @param {{ anchor: HTMLElement, title: string, presets: import("../when.js").Preset[], onPick: (at: string) => void }} props
 */
export function TimeMenu({ anchor, title, presets, onPick }) {
  const isSheet = !hasFinePointer();
  const ref = usePopover({ anchor, onClose: close, isFree: isSheet });
  const onKeyDown = useMenuKeys(ref);
  // The popover gives the focus back first; what is done may take it elsewhere.
  const after = (/** @type {() => void} */ work) => {
    close();
    setTimeout(work);
  };
  const choose = () => { dialog.value = { kind: "moment", title, action: sayLater.chooseThis, onPick }; };
  return html`
    <div class=${isSheet ? "pop menu bottom" : "pop menu"} popover="auto" ref=${ref} role="menu" tabindex="-1" aria-label=${title} onKeyDown=${onKeyDown}>
      <p class="menu-head" role="none">${title}</p>
      ${offered(presets, Date.now()).map(({ preset, name, at }) => html`
        <button class="menu-i" type="button" role="menuitem" tabindex="-1" key=${preset} onClick=${() => after(() => onPick(new Date(at).toISOString()))}>
          <span>${name}</span><small>${whenText(at)}</small></button>`)}
      <button class="menu-i" type="button" role="menuitem" tabindex="-1" onClick=${() => after(choose)}>
        <${Icon} name="clock" />${sayLater.chooseTime}</button>
    </div>`;
}
