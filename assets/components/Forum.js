/** @import { MyGroup } from "../protocol.js" */
import { html } from "htm/preact";
import { useEffect } from "preact/hooks";
import { addressOfMessage } from "../asides.js";
import { searchFor, wantedIn } from "../forum.js";
import { draftKeys } from "../drafts.js";
import { mayModerate } from "../rights.js";
import { addressOf, goInstead, query } from "../router.js";
import { dialog, workspace } from "../store.js";
import { say } from "../strings/main.js";
import { sayForum } from "../strings/forum.js";
import { Banner } from "./Banner.js";
import { Failed } from "./Failed.js";
import { GroupHeader } from "./GroupHeader.js";
import { Icon } from "./Icon.js";
import { PostRow } from "./PostRow.js";
import { Skeleton } from "./Skeleton.js";
import { usePosts } from "./usePosts.js";

/** From here on the next stretch is fetched. */
const NEAR_END = 900;

/**
 * A forum group: the list of its posts.
 * @param {{ group: MyGroup, messageId: string | null, threadId: string | null }} props
 */
export function Forum({ group, messageId, threadId }) {
  const wanted = wantedIn(query.value);
  const { ids, pinned, next, news, hasFailed, readAt, more, again } = usePosts(group, wanted);
  // A link to a message of a forum leads to its post.
  useEffect(() => {
    if (messageId) addressOfMessage(messageId).then(goInstead, () => goInstead("/not-here"));
  }, [messageId]);
  const isChosen = wanted.solved !== null || wanted.tag !== null;
  const rows = [...pinned, ...(ids ?? [])];
  const onScroll = (/** @type {any} */ event) => {
    const view = event.currentTarget;
    if (next !== null && view.scrollHeight - view.scrollTop - view.clientHeight < NEAR_END) more();
  };
  return html`
    <${GroupHeader} group=${group} />
    <${Banner} />
    <${Tools} group=${group} wanted=${wanted} />
    <div class="posts" data-region="messages" tabindex="-1" onScroll=${onScroll}>
      <div role="status" class="posts-news">${news > 0 && html`
        <button class="btn outline sm" type="button" onClick=${again}><${Icon} name="arrow-up" size="s" />${sayForum.newsInPosts({ count: news })}</button>`}</div>
      ${ids === null && !hasFailed && html`<${Skeleton} />`}
      ${ids?.length === 0 && pinned.length === 0 && !hasFailed && html`<${None} group=${group} isChosen=${isChosen} />`}
      <ul aria-label=${sayForum.posts} onKeyDown=${walk}>
        ${rows.map((id, at) => html`
          <${PostRow} key=${id} id=${id} group=${group} isStop=${at === 0} isOpen=${id === threadId} readAt=${readAt} search=${searchFor(wanted)} />`)}
      </ul>
      ${hasFailed && html`<${Failed} text=${sayForum.postsFailed} onRetry=${ids ? more : again} />`}
      ${next !== null && !hasFailed && html`<button class="btn outline more" type="button" onClick=${more}>${sayForum.olderPosts}</button>`}
    </div>`;
}

/** @param {{ group: MyGroup, wanted: import("../forum.js").Wanted }} props */
function Tools({ group, wanted }) {
  const set = (/** @type {Partial<import("../forum.js").Wanted>} */ part) =>
    goInstead(addressOf(`g:${group.id}`) + searchFor({ ...wanted, ...part }));
  const tags = group.tags ?? [];
  const isModerator = mayModerate(group, workspace.value);
  return html`
    <div class="posts-tools" role="toolbar" aria-label=${sayForum.filterPosts}>
      <span class="input sm"><select aria-label=${sayForum.sortPosts} value=${wanted.sort} onChange=${(/** @type {any} */ event) => set({ sort: event.currentTarget.value })}>
        <option value="activity" selected=${wanted.sort === "activity"}>${sayForum.sortActivity}</option>
        <option value="date" selected=${wanted.sort === "date"}>${sayForum.sortDate}</option></select></span>
      <span class="input sm"><select aria-label=${sayForum.filterPosts} onChange=${(/** @type {any} */ event) => set({ solved: { yes: true, no: false }[/** @type {"yes" | "no"} */ (event.currentTarget.value)] ?? null })}>
        <option value="" selected=${wanted.solved === null}>${sayForum.allPosts}</option>
        <option value="no" selected=${wanted.solved === false}>${sayForum.openPosts}</option>
        <option value="yes" selected=${wanted.solved === true}>${sayForum.solvedPosts}</option></select></span>
      ${tags.length > 0 && html`<span class="posts-tags" role="group" aria-label=${sayForum.filterTags}>
        ${tags.map((tag) => html`
          <button class=${`tag t-${tag.colour}`} type="button" key=${tag.id} aria-pressed=${wanted.tag === tag.id ? "true" : "false"}
            onClick=${() => set({ tag: wanted.tag === tag.id ? null : tag.id })}>${tag.name}</button>`)}</span>`}
      ${isModerator && html`
        <button class="ib" type="button" aria-label=${sayForum.editTags} title=${sayForum.editTags} onClick=${() => { dialog.value = { kind: "tags", groupId: group.id }; }}><${Icon} name="tag" /></button>`}
      ${group.is_archived ? html`<p class="closed">${say.archivedNote}</p>` : html`<${NewPost} group=${group} />`}
    </div>`;
}

/** @param {{ group: MyGroup }} props */
const NewPost = ({ group }) => html`
  <button class="btn primary sm new" type="button" data-entrance="true" onClick=${() => { dialog.value = { kind: "post", groupId: group.id }; }}>
    <${Icon} name=${draftKeys.value.has(`p:${group.id}`) ? "pencil-line" : "plus"} size="s" />${sayForum.newPost}
    ${draftKeys.value.has(`p:${group.id}`) && html`<span class="vh">${say.draftWaits}</span>`}</button>`;

/** @param {{ group: MyGroup, isChosen: boolean }} props */
const None = ({ group, isChosen }) => (isChosen ? html`
  <div class="empty wide"><h2>${sayForum.noPostFitsTitle}</h2><p>${sayForum.noPostFitsText}</p>
    <a class="btn outline" href=${addressOf(`g:${group.id}`)}>${sayForum.showAllPosts}</a></div>` : html`
  <div class="empty wide"><h2>${sayForum.emptyForumTitle}</h2><p dir="auto">${group.topic || sayForum.emptyForumText}</p>
    ${!group.is_archived && html`<${NewPost} group=${group} />`}</div>`);

/** One tab stop; arrows go from post to post. @param {KeyboardEvent} event */
function walk(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const list = event.currentTarget;
  if (!(list instanceof HTMLElement)) return;
  const stops = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("a.post-title")]);
  const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (at === -1 || next === undefined || !stops[next]) return;
  event.preventDefault();
  for (const stop of stops) stop.tabIndex = stop === stops[next] ? 0 : -1;
  stops[next].focus();
}
