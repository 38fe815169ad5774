import { html } from "htm/preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { draftOf, keepDraft } from "../drafts.js";
import { hasFinePointer } from "../focus.js";
import { isComposing } from "../keys.js";
import { doneTyping, tellTyping, write } from "../live.js";
import { say } from "../strings/en.js";
import { onWish, wish } from "../wishes.js";
import { Icon } from "./Icon.js";

export const MAX_CHARS = 16_000;
const COUNT_FROM = 15_000;
const DRAFT_AFTER_MS = 300;
const growsByItself = CSS.supports("field-sizing", "content");

/** Unicode scalar values, as the server counts them. @param {string} text */
const charsIn = (text) => (text.length < COUNT_FROM ? text.length : [...text].length);

/**
 * Where one writes. The field is uncontrolled: a key touches nothing but it.
 * It is made anew for each conversation.
 * @param {{ place: string, name: string }} props
 */
export function Composer({ place, name }) {
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const draftTimer = useRef(0);
  const [hasText, setHasText] = useState(() => draftOf(place).trim() !== "");
  const [count, setCount] = useState(() => charsIn(draftOf(place)));
  const counterId = useId();

  const keep = () => {
    window.clearTimeout(draftTimer.current);
    if (field.current) keepDraft(place, field.current.value);
  };
  const refresh = () => {
    const text = field.current?.value ?? "";
    grow(field.current);
    setHasText(text.trim() !== "");
    const chars = charsIn(text);
    setCount(chars < COUNT_FROM ? 0 : chars);
    return text;
  };
  const onInput = () => {
    const text = refresh();
    window.clearTimeout(draftTimer.current);
    draftTimer.current = window.setTimeout(keep, DRAFT_AFTER_MS);
    if (text.trim()) tellTyping(place);
  };
  const send = () => {
    const area = field.current;
    const content = area?.value.trim() ?? "";
    if (!area || !content) return;
    if (charsIn(content) > MAX_CHARS) return void setCount(charsIn(content));
    window.clearTimeout(draftTimer.current);
    // The draft goes only after the outbox has the text.
    void write(place, content).then(() => { if (!area.value.trim()) keepDraft(place, ""); });
    area.value = "";
    refresh();
    doneTyping();
    wish("sent");
    area.focus();
  };
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    // Without a keyboard there is no Shift+Enter: Enter is a new line.
    if (event.key !== "Enter" || event.shiftKey || isComposing(event) || !hasFinePointer()) return;
    event.preventDefault();
    send();
  };

  useLayoutEffect(() => {
    if (!field.current) return;
    field.current.value = draftOf(place);
    grow(field.current);
    if (hasFinePointer() && !document.querySelector("dialog[open]")) field.current.focus({ preventScroll: true });
  }, [place]);
  useEffect(() => {
    const stop = onWish("edit", (text) => {
      if (!field.current) return;
      field.current.value = [text, field.current.value].filter(Boolean).join("\n");
      onInput();
      field.current.focus();
    });
    window.addEventListener("pagehide", keep);
    return () => {
      stop();
      window.removeEventListener("pagehide", keep);
      keep();
    };
  }, [place]);

  const isOver = count > MAX_CHARS;
  return html`
    <form class="compose" data-region="composer"
      onSubmit=${(/** @type {Event} */ event) => { event.preventDefault(); send(); }}>
      <textarea class="field" ref=${field} rows="1" dir="auto" data-entrance="true" aria-label=${say.writeTo(name)} placeholder=${say.writeTo(name)}
        enterkeyhint=${hasFinePointer() ? "send" : "enter"} aria-invalid=${isOver ? "true" : undefined}
        aria-describedby=${count >= COUNT_FROM ? counterId : undefined}
        onInput=${onInput} onKeyDown=${onKeyDown} onBlur=${keep}></textarea>
      <div class="bar">
        ${count >= COUNT_FROM && html`
          <span class=${isOver ? "counter bad" : "counter"} id=${counterId} role="status">
            ${isOver ? say.charsOver(count - MAX_CHARS) : say.charsLeft(MAX_CHARS - count)}</span>`}
        <span class="hint" aria-hidden="true">
          <span><kbd>${say.keyEnter}</kbd> ${say.hintSend}</span>
          <span><kbd>${say.keyShift}</kbd> <kbd>${say.keyEnter}</kbd> ${say.hintNewLine}</span>
        </span>
        <button class=${hasText && !isOver ? "send" : "send off"} aria-label=${say.send}
          aria-disabled=${hasText && !isOver ? undefined : "true"}><${Icon} name="arrow-up" /></button>
      </div>
    </form>`;
}

/** For browsers that do not size a field by what is in it. @param {HTMLTextAreaElement | null} area */
function grow(area) {
  if (!area || growsByItself) return;
  area.style.blockSize = "auto";
  area.style.blockSize = `${area.scrollHeight}px`;
}
