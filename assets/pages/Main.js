import { html } from "htm/preact";
import { useEffect } from "preact/hooks";
import { Conversation } from "../components/Conversation.js";
import { lazy } from "../components/Lazy.js";
import { Sidebar } from "../components/Sidebar.js";
import { isPhone } from "../focus.js";
import { noteRecent, recentKeys } from "../recent.js";
import { addressOf, areHitsShown, entry, goInstead, route } from "../router.js";
import { directOf, groupList, groupOf, nameOf, paneOpen, workspace } from "../store.js";
import { say } from "../strings/main.js";
import { NotFound } from "./NotFound.js";

const DetailsPane = lazy(() => import("../components/DetailsPane.js").then((module) => module.DetailsPane), { isSoon: true });
const ThreadPane = lazy(() => import("../components/ThreadPane.js").then((module) => module.ThreadPane), { isSoon: true });

const Forum = lazy(() => import("../components/Forum.js").then((module) => module.Forum), { isSoon: true });
const DirectPane = lazy(() => import("../components/DirectPane.js").then((module) => module.DirectPane));
const CatchUp = lazy(() => import("./CatchUp.js").then((module) => module.CatchUp));
const Threads = lazy(() => import("./Threads.js").then((module) => module.Threads));
const Mentions = lazy(() => import("./Mentions.js").then((module) => module.Mentions));

const Search = lazy(() => import("./Search.js").then((module) => module.Search));
const SearchPane = lazy(() => import("../components/SearchPane.js").then((module) => module.SearchPane));
const Drafts = lazy(() => import("./Drafts.js").then((module) => module.Drafts));
const Later = lazy(() => import("./Later.js").then((module) => module.Later));

/** Sidebar, sheet, pane. On a phone one of them at a time. */
export function Main() {
  const at = route.value;
  const key = at.page === "conversation" ? at.key : null;
  const group = key?.startsWith("g:") ? groupOf(key.slice(2)).value : undefined;
  const isKnown = key !== null && nameOf(key) !== "";
  useEffect(() => { if (key && isKnown) noteRecent(key); }, [key, isKnown]);
  useEffect(() => { if (at.page === "home") leaveHome(); }, [at, isPhone()]);
  const direct = key?.startsWith("d:") ? directOf(key.slice(2)).value : undefined;
  const isForum = group?.kind === "forum";
  const mayWriteHere = (group || direct) && !isForum && !group?.is_archived;
  const areHits = isKnown && areHitsShown() && !isPhone();
  const isPaneShown = !areHits && (group || direct) && (isPhone() ? entry.value.pane === true : paneOpen.value);
  const thread = at.page === "conversation" && isKnown ? at.threadId : null;
  const view = at.page === "home" ? "list" : (thread || isPaneShown) && isPhone() ? "pane" : "sheet";
  // The list is then all there is of the page.
  const isAlone = view === "list" && isPhone();
  useEffect(() => {
    document.documentElement.dataset.view = view;
    return () => { delete document.documentElement.dataset.view; };
  }, [view]);
  return html`
    ${!isAlone && html`<a class="skip" href=${mayWriteHere ? "#composer" : "#sheet"} onClick=${skip}>${mayWriteHere ? say.skipToComposer : say.skipToContent}</a>`}
    <div class="shell" role=${isAlone ? "main" : undefined}>
      ${isAlone && html`<h1 class="vh">${workspace.value?.name}</h1>`}
      <${Sidebar} openKey=${key} />
      <main class="sheet" id="sheet" tabindex="-1">
        ${at.page === "conversation" && (isForum
          ? html`<${Forum} key=${key} group=${group} messageId=${thread ? null : at.messageId} threadId=${thread} />`
          : html`<${Conversation} key=${key} place=${at.key} messageId=${thread ? null : at.messageId} />`)}
        ${at.page === "catch_up" && html`<${CatchUp} />`}
        ${at.page === "threads" && html`<${Threads} />`}
        ${at.page === "mentions" && html`<${Mentions} />`}
        ${at.page === "search" && html`<${Search} />`}
        ${at.page === "drafts" && html`<${Drafts} />`}
        ${at.page === "later" && html`<${Later} key=${at.tab} tab=${at.tab} />`}
        ${at.page === "not_found" && html`<${NotFound} />`}
      </main>
      ${thread && key && html`<${ThreadPane} key=${thread} place=${key} rootId=${thread} replyId=${at.page === "conversation" ? at.messageId : null} />`}
      ${areHits && html`<${SearchPane} address=${entry.value.search} />`}
      ${!thread && group && isPaneShown && html`<${DetailsPane} key=${group.id} group=${group} />`}
      ${!thread && direct && isPaneShown && html`<${DirectPane} key=${direct.id} direct=${direct} />`}
    </div>`;
}

/** Where there is room for both, the list alone is no place to be. */
function leaveHome() {
  if (isPhone()) return;
  const key = recentKeys().find((last) => nameOf(last)) ?? (groupList.value[0] && `g:${groupList.value[0].id}`);
  if (key) goInstead(addressOf(key));
}

/** @param {Event} event */
function skip(event) {
  event.preventDefault();
  const field = document.querySelector("[data-region='composer'] textarea") ?? document.getElementById("sheet");
  if (field instanceof HTMLElement) field.focus();
}
