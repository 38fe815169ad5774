import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { sentence } from "../api.js";

/** A list that finds little may look on this often before it asks whether to. */
const MOST_ROUNDS = 20;

/**
 * A list by pages; only the latest answer counts.
 * @template T
 * @param {(cursor: string | number | null) => Promise<{ items: T[], next_cursor: string | number | null }>} ask
 * @param {string} about what is asked for: another is asked for anew
 * @returns {{ items: T[] | null, hasMore: boolean, error: string, more: () => void, again: () => void, put: (change: (items: T[]) => T[]) => void }}
 */
export function usePages(ask, about) {
  const [items, setItems] = useState(/** @type {T[] | null} */ (null));
  const [cursor, setCursor] = useState(/** @type {string | number | null} */ (null));
  const [error, setError] = useState("");
  const round = useRef(0);
  const load = useCallback(async (/** @type {T[]} */ before, /** @type {string | number | null} */ from) => {
    const mine = round.current += 1;
    try {
      let page = await ask(from);
      // What is looked for may be rare: an answer that holds nothing yet says where to go on.
      for (let at = 0; at < MOST_ROUNDS && page.items.length === 0 && page.next_cursor !== null; at += 1) page = await ask(page.next_cursor);
      if (mine !== round.current) return;
      setItems([...before, ...page.items]);
      setCursor(page.next_cursor);
      setError("");
    } catch (refused) {
      if (mine === round.current) setError(sentence(refused));
    }
  }, [about]);
  const again = () => { void load([], null); };
  useEffect(again, [about]);
  return { items, hasMore: cursor !== null, error, again, more: () => { void load(items ?? [], cursor); }, put: (change) => setItems((now) => now && change(now)) };
}
