import { html } from "htm/preact";
import { badge } from "../format.js";
import { route } from "../router.js";
import { callingCount, dialog } from "../store.js";
import { say } from "../strings/main.js";
import { Icon } from "./Icon.js";

/** At the foot of the list on a phone. */
export function TabBar() {
  const calls = callingCount.value;
  const tabs = [
    { href: "/", icon: "house", text: say.home },
    { href: "/catch-up", icon: "inbox", text: say.catchUp, count: calls },
    { icon: "search", text: say.find, onPress: () => { dialog.value = { kind: "jump" }; } },
    { href: "/settings/account", icon: "user-round", text: say.youTab },
  ];
  return html`<ul class="tabbar only-m">${tabs.map((tab) => html`<li key=${tab.icon}><${Tab} ...${tab} /></li>`)}</ul>`;
}

/** @param {{ href?: string, icon: string, text: string, count?: number, onPress?: () => void }} props */
function Tab({ href, icon, text, count = 0, onPress }) {
  const inside = html`<span class="ico"><${Icon} name=${icon} />
    ${count > 0 && html`<b class="badge">${badge(count)}<span class="vh"> ${say.unread}</span></b>`}</span>${text}`;
  if (!href) return html`<button type="button" onClick=${onPress}>${inside}</button>`;
  return html`<a href=${href} aria-current=${href === location.pathname && route.value ? "page" : undefined}>${inside}</a>`;
}
