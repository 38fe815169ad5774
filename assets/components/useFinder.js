import { useEffect, useRef, useState } from "preact/hooks";
import { announceStatus } from "../announce.js";
import { sentence } from "../api.js";

const AFTER_MS = 150;

/**
 * Looks something up as one types; only the latest answer counts.
 * @template T
 * @param {(query: string) => Promise<T[]>} find
 * @returns {{ found: T[] | null, error: string, setQuery: (query: string) => void, query: string, again: () => void }}
 */
export function useFinder(find) {
  const [query, setQuery] = useState("");
  const [found, setFound] = useState(/** @type {T[] | null} */ (null));
  const [error, setError] = useState("");
  const [round, setRound] = useState(0);
  const asked = useRef(0);
  useEffect(() => {
    const ask = asked.current += 1;
    const timer = setTimeout(() => {
      find(query.trim()).then((rows) => {
        if (ask !== asked.current) return;
        setFound(rows);
        setError("");
        if (query) announceStatus(String(rows.length));
      }, (refused) => { if (ask === asked.current) setError(sentence(refused)); });
    }, query ? AFTER_MS : 0);
    return () => clearTimeout(timer);
  }, [query, round]);
  return { found, error, query, setQuery, again: () => setRound(round + 1) };
}
