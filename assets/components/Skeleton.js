import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";

/** Nothing for the first 200 ms: what comes quickly should not flicker. */
const NOTHING_MS = 200;

/** @param {{ rows?: number }} props */
export function Skeleton({ rows = 3 }) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), NOTHING_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  return html`
    <div class="skels" aria-hidden="true">
      ${Array.from({ length: rows }, () => html`
        <div class="skel"><i class="a"></i><div><i class="l1"></i><i class="l2"></i><i class="l3"></i></div></div>`)}
    </div>`;
}
