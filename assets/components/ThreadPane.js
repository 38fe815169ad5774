/**
 * @import { Message as Said } from "../protocol.js"
 * @import { Room } from "../state.js"
 */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { isAtHand, loadEarlier, loadLater, loadNewest, markAllRead, openRoom } from "../actions.js";
import { Refused, sentence } from "../api.js";
import { followThread, loadRoot } from "../asides.js";
import { clock } from "../format.js";
import { onStartAfresh } from "../live.js";
import { closePane, paneLevel, paneRole } from "../pane.js";
import { mayWrite } from "../rights.js";
import { goInstead, threadAddress } from "../router.js";
import { keyOfMessage, threadKey } from "../state.js";
import { acting, groupOf, isActing, markOf, messageOf, nameOf, roomOf, showToast, userOf } from "../store.js";
import { say } from "../strings/main.js";
import { sayMessages } from "../strings/messages.js";
import { sayForum } from "../strings/forum.js";
import { Composer } from "./Composer.js";
import { Failed } from "./Failed.js";
import { Icon } from "./Icon.js";
import { lazy } from "./Lazy.js";
import { Message } from "./Message.js";
import { MessageList } from "./MessageList.js";
import { Skeleton } from "./Skeleton.js";

const PostFacts = lazy(() => import("./PostFacts.js").then((module) => module.PostFacts));
const PostMenu = lazy(() => import("./PostFacts.js").then((module) => module.PostMenu));

/**
 * A message and what was replied to it, beside the conversation.
 * @param {{ place: string, rootId: string, replyId: string | null }} props `replyId`: the reply that the address leads to
 */
export function ThreadPane({ place, rootId, replyId }) {
  const key = threadKey(rootId);
  const root = messageOf(rootId).value;
  const room = roomOf(key).value;
  const [phase, setPhase] = useState(/** @type {"loading" | "ready" | "failed" | "missing"} */ ("loading"));
  const asked = useRef(0);
  const open = () => {
    const ask = asked.current += 1;
    setPhase(isAtHand(key, replyId) && messageOf(rootId).peek() ? "ready" : "loading");
    Promise.all([loadRoot(rootId), openReplies(key, replyId)]).then(() => "ready", (error) => (error instanceof Refused && error.status === 404 ? "missing" : "failed"))
      .then((next) => { if (ask === asked.current) setPhase(/** @type {any} */ (next)); });
  };
  useEffect(open, [rootId, replyId]);
  // A post that was moved is found where it is, and one that went out of sight is missing.
  const isThere = root !== undefined;
  const now = root && keyOfMessage(root);
  useEffect(() => { if (now && now !== place) goInstead(threadAddress(now, rootId)); }, [now]);
  useEffect(() => { if (phase === "ready" && !isThere) open(); }, [isThere]);
  useEffect(() => onStartAfresh(key, async () => {
    // A thread that is gone is no reason to try again.
    const isLost = (/** @type {unknown} */ error) => { if (error instanceof Refused && error.code === "offline") throw error; };
    await Promise.all([loadRoot(rootId), loadNewest(key)]).catch(isLost);
  }), [rootId]);
  const group = place.startsWith("g:") ? groupOf(place.slice(2)).value : null;
  const name = nameOf(place);
  const starter = root ? userOf(root.sender_id).value?.name ?? say.someone : "";
  return html`
    <section class="pane thread" role=${paneRole()} aria-label=${sayMessages.thread} data-region="pane">
      <header class="head">
        <div class="head-main"><h2 aria-level=${paneLevel()} class=${root?.post ? "head-title whole" : "head-title"} dir="auto">${root?.post ? root.post.title || sayForum.deletedPost : sayMessages.thread}</h2>
          <p class="head-topic">${root ? (root.post ? sayForum.postIn({ place: name, name: starter }) : sayMessages.threadIn({ place: name, name: starter })) : name}</p></div>
        ${root?.post && html`<${PostMenu} root=${root} />`}
        ${root && html`<${Follow} root=${root} />`}
        <button class="ib" type="button" aria-label=${sayMessages.closeThread} onClick=${closePane}><${Icon} name="x" /></button>
      </header>
      ${phase === "missing" && html`<div class="empty wide"><h2>${say.notFoundTitle}</h2><p>${say.notFoundText}</p></div>`}
      ${phase === "failed" && html`<div class="log"><${Failed} text=${say.loadFailed} onRetry=${open} /></div>`}
      ${(phase === "loading" || (phase === "ready" && (!room || !root))) && html`<div class="log"><${Skeleton} /></div>`}
      ${phase === "ready" && root && room && html`<${Replies} key=${key} timeline=${key} root=${root} room=${room} replyId=${replyId} />`}
      ${phase === "ready" && html`
        <div class="typing"></div>
        ${mayWrite(group) ? html`<${Composer} key=${key} place=${place} name=${starter} rootId=${rootId} alsoOn=${group?.kind === "forum" ? undefined : name} />`
        : html`<p class="closed">${say.archivedNote}</p>`}`}
    </section>`;
}

/** @param {{ root: Said }} props */
function Follow({ root }) {
  const isFollowing = markOf(root.id).value?.is_following ?? false;
  const press = () => followThread(root, !isFollowing).then(() => showToast(isFollowing ? sayMessages.unfollowed : sayMessages.followed), (error) => showToast(sentence(error)));
  return html`
    <button class=${isFollowing ? "ib lit" : "ib"} type="button" aria-pressed=${isFollowing ? "true" : "false"} aria-label=${sayMessages.followThread}
      title=${isFollowing ? sayMessages.following : sayMessages.followThread} onClick=${press}><${Icon} name=${isFollowing ? "bell-ring" : "bell"} /></button>`;
}

/** A reply that is gone is no reason to show none. @param {string} key @param {string | null} replyId */
async function openReplies(key, replyId) {
  try {
    await openRoom(key, replyId);
  } catch (error) {
    if (!replyId || !(error instanceof Refused && error.status === 404)) throw error;
    await openRoom(key, null);
  }
}

/** @param {{ timeline: string, root: Said, room: Room, replyId: string | null }} props */
function Replies({ timeline, root, room, replyId }) {
  const start = html`<${Root} timeline=${timeline} root=${root} />`;
  return html`
    <${MessageList} place=${timeline} room=${room} target=${replyId} start=${start}
      onEarlier=${() => loadEarlier(timeline)} onLater=${() => loadLater(timeline)} onNewest=${() => loadNewest(timeline)}
      onAllRead=${() => markAllRead(timeline)} />`;
}

/** What is replied to, above the replies. @param {{ timeline: string, root: Said }} props */
function Root({ timeline, root }) {
  const rowId = `root-${root.id}`;
  return html`
    <div class="root" role="group" aria-label=${say.spoke({ name: userOf(root.sender_id).value?.name ?? say.someone, text: clock(root.created_at) })}>
      <div class=${isActing(rowId).value ? "entry on" : "entry"} onMouseEnter=${() => { acting.value = rowId; }} onFocusIn=${() => { acting.value = rowId; }}>
        <${Message} message=${root} place=${timeline} isContinued=${false} labelId=${`rl-${root.id}`} rowId=${rowId} />
      </div>
      ${root.post && html`<${PostFacts} root=${root} />`}
      <p class="day">${root.reply_count > 0 ? say.replies({ count: root.reply_count }) : sayMessages.noReplies}</p>
    </div>`;
}
