/**
 * The page starts here: routes, keys that work anywhere, and the title.
 */
import { effect } from "@preact/signals";
import { html, render } from "htm/preact";
import { start } from "./actions.js";
import { Dialogs } from "./components/Dialogs.js";
import { lazy, loadSoon } from "./components/Lazy.js";
import { focusComposer, isPhone, moveRegion } from "./focus.js";
import { belongsToText, meaning } from "./keys.js";
import { watchWindow } from "./live.js";
import { closePane } from "./pane.js";
import { Main } from "./pages/Main.js";
import { Unreachable } from "./pages/Unreachable.js";
import { addressOf, areHitsShown, entry, go, goInstead, route, searchAddress, watchAddresses } from "./router.js";
import { callingCount, card, conversationKeys, dialog, isSettingUp, lightbox, menu, nameOf, paneOpen, picker, placeMenu, question, server, session, timing, unreadIn,
  workspace } from "./store.js";
import { say } from "./strings/main.js";
import { searchIn } from "./searchPlace.js";
import { startTheme } from "./theme.js";
import { wish } from "./wishes.js";

// Not needed to read and write: fetched when somebody goes there.
const SignIn = lazy(() => import("./pages/SignIn.js").then((module) => module.SignIn));
const Admin = lazy(() => import("./pages/admin/Admin.js").then((module) => module.Admin));
const Demo = lazy(() => import("./pages/Demo.js").then((module) => module.Demo));
const FirstRun = lazy(() => import("./pages/FirstRun.js").then((module) => module.FirstRun));
const Invite = lazy(() => import("./pages/Invite.js").then((module) => module.Invite));
const Reset = lazy(() => import("./pages/Reset.js").then((module) => module.Reset));
const Settings = lazy(() => import("./pages/Settings.js").then((module) => module.Settings));
const SignUp = lazy(() => import("./pages/SignUp.js").then((module) => module.SignUp));

/** What stands at this address, for this person. */
function App() {
  const at = route.value;
  if (session.value === "unreachable") return html`<${Unreachable} />`;
  if (session.value === "starting") return null;
  if (isSettingUp.value || (session.value === "out" && server.value?.setup_needed)) {
    return html`<${FirstRun} code=${at.page === "setup" ? at.code : ""} />`;
  }
  if (at.page === "invite") return html`<${Invite} code=${at.code} />${session.value === "in" && html`<${Dialogs} />`}`;
  if (at.page === "reset") return html`<${Reset} key=${at.code} code=${at.code} />`;
  if (at.page === "demo") return html`<${Demo} token=${at.token} />`;
  if (session.value === "out") return at.page === "sign_up" ? html`<${SignUp} />` : html`<${SignIn} />`;
  return html`${at.page === "settings" ? html`<${Settings} section=${at.section} />`
    : at.page === "admin" ? html`<${Admin} section=${at.section} />` : html`<${Main} />`}<${Dialogs} />`;
}

/** Doorway addresses mean nothing to somebody who is inside. */
effect(() => {
  const { page } = route.value;
  if (session.value !== "in" || isSettingUp.value) return;
  if (page === "setup" || page === "sign_in" || page === "sign_up") queueMicrotask(() => goInstead("/"));
});

/** What is behind a button comes after what is to be read. */
let isTelling = false;
effect(() => {
  if (session.value !== "in") return;
  loadSoon();
  import("./dropping.js").then(({ watchDrops }) => watchDrops(), () => {});
  import("./worker.js").then(({ startWorker }) => startWorker()).catch(() => {});
  import("./snapshot.js").then(({ startKeeping }) => startKeeping(), () => {});
  if (!isTelling) import("./notices.js").then(({ watchMessages }) => watchMessages(), () => { isTelling = false; });
  isTelling = true;
});

/** Pages by name, where they are not conversations. @type {Partial<Record<import("./router.js").Route["page"], string>>} */
const titles = { settings: say.settings, threads: say.threads, mentions: say.mentions, catch_up: say.catchUp, search: say.search, drafts: say.drafts,
  later: say.later, admin: say.admin };

/** The number in the title counts what calls for me. */
effect(() => {
  const at = route.value;
  if (session.value !== "in") {
    document.title = server.value?.name || say.product;
    return;
  }
  navigator.setAppBadge?.(callingCount.value).catch(() => {});
  const count = callingCount.value > 0 ? `(${callingCount.value}) ` : "";
  const here = at.page === "conversation" ? nameOf(at.key) : titles[at.page] ?? "";
  document.title = count + [here, workspace.value?.name ?? say.product].filter(Boolean).join(" · ");
});

/** @param {1 | -1} by @param {boolean} onlyUnread */
function step(by, onlyUnread) {
  const keys = conversationKeys.value;
  const here = route.value.page === "conversation" ? keys.indexOf(route.value.key) : -1;
  for (let at = 1; at <= keys.length; at += 1) {
    const key = keys[(here + by * at + keys.length * 2) % keys.length];
    if (!onlyUnread || unreadIn(key).value > 0) return go(addressOf(key));
  }
}

/** The search page, in the conversation one is in. */
function goToSearch() {
  const field = document.querySelector("main input[type='search']");
  if (route.value.page === "search" && field instanceof HTMLElement) field.focus();
  else go(searchAddress(route.value.page === "conversation" ? searchIn(route.value.key) : ""));
}

/** Closes one layer; with none left, everything here is read. @returns {boolean} whether it was ours */
function escape() {
  // Dialogs and popovers close themselves.
  if (dialog.value || question.value || card.value || menu.value || picker.value || placeMenu.value || timing.value || lightbox.value) return false;
  const isThreadShown = route.value.page === "conversation" && route.value.threadId !== null;
  const isPaneShown = isThreadShown || areHitsShown() || (isPhone() ? entry.value.pane === true : paneOpen.value);
  if (isPaneShown && document.querySelector(".pane")) closePane();
  else if (route.value.page === "conversation") {
    wish("settle");
    focusComposer();
  } else return false;
  return true;
}

/** Opens the way to everywhere, and closes it again. @returns {boolean} */
function jump() {
  if (question.value) return false;
  dialog.value = dialog.value?.kind === "jump" ? null : { kind: "jump" };
  return true;
}

/** @param {string} does @returns {boolean} */
function act(does) {
  switch (does) {
    case "jump": return jump();
    case "previous": step(-1, false); return true;
    case "next": step(1, false); return true;
    case "previousUnread": step(-1, true); return true;
    case "nextUnread": step(1, true); return true;
    case "regionNext": moveRegion(1); return true;
    case "regionPrevious": moveRegion(-1); return true;
    case "search": goToSearch(); return true;
    case "help": go("/settings/keyboard"); return true;
    case "escape": return escape();
    default: return false;
  }
}

/** A letter typed at nothing in particular goes to the composer. @param {KeyboardEvent} event */
function isLoose(event) {
  if (event.key.length !== 1 || event.key === " " || event.ctrlKey || event.metaKey || event.altKey) return false;
  const here = document.activeElement;
  return !dialog.value && !question.value && !card.value && !menu.value && !picker.value && !placeMenu.value && !timing.value && (here === document.body || here?.id === "sheet");
}

/** @param {KeyboardEvent} event */
function onKeyDown(event) {
  if (session.value !== "in" || event.defaultPrevented || belongsToText(event)) return;
  const does = meaning(event, "anywhere");
  if (does && act(does)) event.preventDefault();
  // The focus moves before the letter is put in, so that the letter lands there.
  else if (isLoose(event)) focusComposer();
}

startTheme();
watchAddresses();
watchWindow();
document.addEventListener("keydown", onKeyDown);
render(html`<${App} />`, /** @type {HTMLElement} */ (document.getElementById("app")));
void start();
