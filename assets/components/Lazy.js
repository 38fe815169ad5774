import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { laterStyles } from "../styles.js";
import { say } from "../strings/main.js";
import { Failed } from "./Failed.js";

/** Fetches what is not there yet, when there is nothing better to do. @type {(() => Promise<unknown>)[]} */
const waiting = [];

/**
 * A page or a part of one whose code, texts and styles come when it is first needed.
 * @param {() => Promise<any>} load gives the component
 * @param {{ isSoon?: boolean, isQuiet?: boolean, meanwhile?: any }} [options] `isSoon`: fetched once the page has come to rest, too;
 *   `isQuiet`: what does not come is left out, and asked for again the next time; `meanwhile`: stands in for it until it is there
 * @returns {(props: any) => any}
 */
export function lazy(load, { isSoon = false, isQuiet = false, meanwhile = null } = {}) {
  /** @type {any} */
  let loaded = null;
  const get = () => Promise.all([load(), laterStyles()]).then(([part]) => { loaded = part; });
  if (isSoon) waiting.push(get);
  return function Lazy(props) {
    const [, setDone] = useState(0);
    const [hasFailed, setFailed] = useState(false);
    const fetch = () => {
      setFailed(false);
      get().then(() => setDone(1), () => setFailed(true));
    };
    // By what was drawn: it may have come between the drawing and this.
    const wasThere = loaded !== null;
    useEffect(() => { if (!wasThere) fetch(); }, []);
    if (hasFailed && isQuiet) return null;
    if (hasFailed) return html`<main class="middle"><${Failed} text=${say.unreachable} onRetry=${fetch} /></main>`;
    const part = loaded ?? meanwhile;
    return part && html`<${part} ...${props} />`;
  };
}

/**
 * A module that is asked for by keys. Once it is there it is used at once: what is typed next must find what the key has done.
 * @template T
 * @param {() => Promise<T>} load
 * @returns {(work: (module: T) => void, failed?: () => void) => void}
 */
export function atHand(load) {
  /** @type {T | null} */
  let loaded = null;
  const get = () => load().then((module) => (loaded = module));
  waiting.push(get);
  return (work, failed = () => {}) => { if (loaded) work(loaded); else get().then(work, failed); };
}

/** Dialogs open without a wait, though the first load is without them. */
export function loadSoon() {
  const work = () => { for (const get of waiting.splice(0)) get().catch(() => {}); };
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 500);
}
