import { html } from "htm/preact";
import { useId } from "preact/hooks";

/**
 * On or off, with its name and what it does beside it.
 * @param {{ label: string, help?: string, isOn: boolean, isDisabled?: boolean, onChange: (isOn: boolean) => void }} props
 */
export function Switch({ label, help, isOn, isDisabled, onChange }) {
  const id = useId();
  return html`
    <div class="opt">
      <span><b id=${id}>${label}</b>${help && html`<small id=${`${id}-h`}>${help}</small>`}</span>
      <button type="button" class=${isOn ? "switch on" : "switch"} role="switch" aria-checked=${isOn ? "true" : "false"}
        aria-labelledby=${id} aria-describedby=${help ? `${id}-h` : undefined} disabled=${isDisabled}
        onClick=${() => onChange(!isOn)}></button>
    </div>`;
}
