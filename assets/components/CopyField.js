import { html } from "htm/preact";
import { useId, useRef, useState } from "preact/hooks";
import { announceStatus } from "../announce.js";
import { say } from "../strings/main.js";
import { sayCommon } from "../strings/common.js";
import { Icon } from "./Icon.js";

/**
 * Something to be copied: the whole of it, with one press.
 * @param {{ label: string, value: string }} props
 */
export function CopyField({ label, value }) {
  const id = useId();
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    input.current?.select();
    // Without a secure context there is no clipboard to write to; the text is selected then.
    const isDone = await navigator.clipboard?.writeText(value).then(() => true, () => false);
    if (!isDone) return;
    setCopied(true);
    announceStatus(say.copied);
  };
  return html`
    <div class="field-l">
      <label class="lab" for=${id}>${label}</label>
      <span class="input">
        <input id=${id} ref=${input} value=${value} readonly dir="ltr" onFocus=${(/** @type {any} */ e) => e.currentTarget.select()} />
        <button class="btn sm" type="button" onClick=${copy}>
          <${Icon} name=${isCopied ? "check" : "copy"} size="xs" />${isCopied ? say.copied : sayCommon.copy}
        </button>
      </span>
    </div>`;
}
