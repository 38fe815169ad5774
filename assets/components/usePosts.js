/** @import { Message, MyGroup } from "../protocol.js" */
import { useEffect, useRef, useState } from "preact/hooks";
import { loadPosts, searchFor } from "../forum.js";
import { markRead, onPosts, onStartAfresh } from "../live.js";
import { hasFocus, known, me, messageOf } from "../store.js";

/** @typedef {{ pinned: string[], ids: string[] | null, next: number | null, readAt: number }} List `readAt`: how far it was read when it was drawn */

/**
 * The posts on a list. It stands still while one looks: what is new is counted, and comes when it is asked for.
 * @param {MyGroup} group @param {import("../forum.js").Wanted} wanted
 */
export function usePosts(group, wanted) {
  const place = `g:${group.id}`;
  const choice = searchFor(wanted);
  const [list, setList] = useState(/** @type {List} */ ({ pinned: [], ids: null, next: null, readAt: 0 }));
  const [news, setNews] = useState(/** @type {ReadonlySet<string>} */ (new Set()));
  const [hasFailed, setFailed] = useState(false);
  const round = useRef(0);
  const isBusy = useRef(false);

  const again = async () => {
    const mine = round.current += 1;
    const readAt = known().groups[group.id]?.membership.last_read_ordinal ?? 0;
    isBusy.current = true;
    setFailed(false);
    try {
      const page = await loadPosts(group.id, wanted, null);
      if (mine !== round.current) return;
      setList({ pinned: page.pinned.map((one) => one.id), ids: page.items.map((one) => one.id), next: page.next_before, readAt });
      setNews(new Set());
    } catch {
      if (mine === round.current) setFailed(true);
    } finally {
      if (mine === round.current) isBusy.current = false;
    }
  };
  const more = async () => {
    if (isBusy.current || list.next === null) return;
    const mine = round.current;
    isBusy.current = true;
    setFailed(false);
    try {
      const page = await loadPosts(group.id, wanted, list.next);
      if (mine !== round.current) return;
      setList((now) => ({ ...now, ids: [...(now.ids ?? []), ...page.items.map((one) => one.id).filter((id) => !now.ids?.includes(id))],
        next: page.next_before }));
    } catch {
      if (mine === round.current) setFailed(true);
    } finally {
      if (mine === round.current) isBusy.current = false;
    }
  };
  useEffect(() => {
    setList((now) => ({ ...now, pinned: [], ids: null, next: null }));
    void again();
  }, [group.id, choice]);
  useEffect(() => onStartAfresh(place, again), [group.id, choice]);
  useFresh(group, list, setNews, again, wanted);
  useRead(place, list, wanted);

  // What was deleted, or moved elsewhere, is no longer here.
  const isHere = (/** @type {string} */ id) => {
    const root = messageOf(id).value;
    return root !== undefined && root.group_id === group.id && (root.deleted_at === null || root.reply_count > 0);
  };
  const shown = new Set(list.pinned.filter(isHere));
  return { ...list, pinned: [...shown], ids: list.ids && list.ids.filter((id) => isHere(id) && !shown.has(id)), news: news.size, hasFailed, more, again };
}

/**
 * Counts posts that are new, or have new replies, and are not where they would be now. One's own are shown at once, and
 * so is the first.
 * @param {MyGroup} group @param {List} list @param {(change: (now: ReadonlySet<string>) => ReadonlySet<string>) => void} setNews
 * @param {() => Promise<void>} again @param {import("../forum.js").Wanted} wanted
 */
function useFresh(group, list, setNews, again, wanted) {
  const now = useRef({ list, again, wanted });
  now.current = { list, again, wanted };
  useEffect(() => onPosts((messages) => {
    const { list: { ids, pinned }, again: reload, wanted: { sort } } = now.current;
    const here = messages.filter((message) => message.group_id === group.id);
    const isFresh = (/** @type {Message} */ message) => (message.thread_root_id === null
      || (sort === "activity" && ids?.[0] !== message.thread_root_id && !pinned.includes(message.thread_root_id)));
    const roots = here.filter(isFresh).map((message) => message.thread_root_id ?? message.id);
    if (!roots.length || !ids) return;
    const isMine = here.some((message) => message.thread_root_id === null && message.sender_id === me.value.id);
    if (isMine || ids.length + pinned.length === 0) void reload();
    else setNews((held) => new Set([...held, ...roots]));
  }), [group.id]);
}

/** Who looks at the whole list has read which posts there are. @param {string} place @param {List} list @param {import("../forum.js").Wanted} wanted */
function useRead(place, list, wanted) {
  const isWhole = wanted.solved === null && wanted.tag === null;
  const isFocused = hasFocus.value;
  useEffect(() => {
    if (!isFocused || !isWhole || !list.ids) return;
    const posts = [...list.pinned, ...list.ids].flatMap((id) => messageOf(id).peek() ?? []).filter((post) => `g:${post.group_id}` === place);
    const newest = posts.reduce((/** @type {Message | null} */ best, post) => ((post.ordinal ?? 0) > (best?.ordinal ?? 0) ? post : best), null);
    const read = known().groups[place.slice(2)]?.membership.last_read_ordinal ?? 0;
    if (newest && (newest.ordinal ?? 0) > read) markRead(place, newest);
  }, [list, isFocused, isWhole]);
}
