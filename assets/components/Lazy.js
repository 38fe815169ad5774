import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { say } from "../strings/en.js";
import { Failed } from "./Failed.js";

/**
 * A page whose code comes when it is first needed.
 * @param {() => Promise<any>} load gives the component
 * @returns {(props: any) => any}
 */
export function lazy(load) {
  /** @type {any} */
  let loaded = null;
  return function Lazy(props) {
    const [page, setPage] = useState({ part: loaded, hasFailed: false });
    const fetch = () => {
      load().then((part) => {
        loaded = part;
        setPage({ part, hasFailed: false });
      }, () => setPage({ part: null, hasFailed: true }));
    };
    useEffect(() => { if (!page.part) fetch(); }, []);
    if (page.hasFailed) return html`<main class="middle"><${Failed} text=${say.unreachable} onRetry=${fetch} /></main>`;
    return page.part && html`<${page.part} ...${props} />`;
  };
}
