import { html } from "htm/preact";
import { useId, useState } from "preact/hooks";
import { sayCommon } from "../strings/common.js";
import { Icon } from "./Icon.js";

/**
 * One labelled input. Everything that is not named here goes to the input.
 * @param {{ label: string, help?: string, error?: string, isOptional?: boolean, type?: string, children?: any,
 *   below?: any, [attribute: string]: any }} props
 */
export function Field({ label, help, error, isOptional, type = "text", below, children, ...rest }) {
  const id = useId();
  const [isShown, setShown] = useState(false);
  const isPassword = type === "password";
  return html`
    <div class="field-l">
      <label class="lab" for=${id}><span>${label}</span>${isOptional && html`<small>${sayCommon.optional}</small>`}</label>
      <span class=${error ? "input bad" : "input"}>
        <input dir=${type === "text" ? "auto" : undefined} ...${rest} id=${id} type=${isPassword && isShown ? "text" : type}
          aria-invalid=${error ? "true" : undefined} aria-describedby=${error || help ? `${id}-h` : undefined} />
        ${isPassword && html`
          <button type="button" class="ib sm" aria-label=${isShown ? sayCommon.hidePassword : sayCommon.showPassword}
            aria-pressed=${isShown ? "true" : "false"} onClick=${() => setShown(!isShown)}>
            <${Icon} name="eye" />
          </button>`}
        ${children}
      </span>
      ${below}
      <${Help} id=${`${id}-h`} help=${help} error=${error} />
    </div>`;
}

/** @param {{ id: string, help?: string, error?: string }} props */
export function Help({ id, help, error }) {
  if (error) return html`<span class="help bad" id=${id}><${Icon} name="circle-alert" size="xs" />${error}</span>`;
  return help ? html`<span class="help" id=${id}>${help}</span>` : null;
}

/**
 * Several lines of text.
 * @param {{ label: string, help?: string, error?: string, isOptional?: boolean, [attribute: string]: any }} props
 */
export function TextArea({ label, help, error, isOptional, ...rest }) {
  const id = useId();
  return html`
    <div class="field-l">
      <label class="lab" for=${id}><span>${label}</span>${isOptional && html`<small>${sayCommon.optional}</small>`}</label>
      <span class=${error ? "input bad" : "input"}>
        <textarea rows="3" dir="auto" ...${rest} id=${id} aria-invalid=${error ? "true" : undefined}
          aria-describedby=${error || help ? `${id}-h` : undefined}></textarea>
      </span>
      <${Help} id=${`${id}-h`} help=${help} error=${error} />
    </div>`;
}

/**
 * A native select, labelled.
 * @param {{ label: string, value: string, options: [string, string][], onChange: (value: string) => void }} props
 */
export function Choice({ label, value, options, onChange }) {
  const id = useId();
  return html`
    <div class="field-l">
      <label class="lab" for=${id}>${label}</label>
      <span class="input sm">
        <select id=${id} value=${value}
          onChange=${(/** @type {any} */ event) => onChange(event.currentTarget.value)}>
          ${options.map(([key, text]) => html`<option value=${key} selected=${key === value}>${text}</option>`)}
        </select>
      </span>
    </div>`;
}
