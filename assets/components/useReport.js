import { useEffect, useState } from "preact/hooks";
import { api, sentence } from "../api.js";

const TICK_MS = 5_000;

/**
 * Something that the server counts when it is asked, and how long ago that was.
 * @template T
 * @param {string} path
 * @returns {{ report: T | null, error: string, age: number, again: () => Promise<void> }} `age` in seconds
 */
export function useReport(path) {
  const [report, setReport] = useState(/** @type {T | null} */ (null));
  const [error, setError] = useState("");
  const [at, setAt] = useState(Date.now());
  const [now, setNow] = useState(Date.now());
  const again = () => api.get(path).then((found) => {
    setReport(found);
    setError("");
    // By this device's clock on both ends: the server's may be another.
    setAt(Date.now());
    setNow(Date.now());
  }, (refused) => setError(sentence(refused)));
  useEffect(() => {
    void again();
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [path]);
  return { report, error, again, age: Math.max(0, Math.round((now - at) / 1000)) };
}
