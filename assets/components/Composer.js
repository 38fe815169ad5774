import { html } from "htm/preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { draftOf, keepDraft } from "../drafts.js";
import { loadTable, tone } from "../emoji.js";
import { mayHaveNames, withNamed } from "../emojiNames.js";
import { hasFinePointer } from "../focus.js";
import { isComposing } from "../keys.js";
import { doneTyping, tellTyping, write } from "../live.js";
import { threadKey } from "../state.js";
import { picker } from "../store.js";
import { say } from "../strings/en.js";
import { onWish, wish } from "../wishes.js";
import { Completion } from "./Completion.js";
import { Icon } from "./Icon.js";
import { useCompletion } from "./useCompletion.js";

export const MAX_CHARS = 16_000;
const COUNT_FROM = 15_000;
const DRAFT_AFTER_MS = 300;
const growsByItself = CSS.supports("field-sizing", "content");

/** Unicode scalar values, as the server counts them. @param {string} text */
const charsIn = (text) => (text.length < COUNT_FROM ? text.length : [...text].length);

/**
 * Where one writes. The field is uncontrolled: a key touches nothing but it.
 * It is made anew for each conversation, and for each thread.
 * @param {{ place: string, name: string, rootId?: string, alsoOn?: string }} props `rootId`: of the thread that is
 *   replied in; `alsoOn`: what the conversation around it is called
 */
export function Composer({ place, name, rootId, alsoOn }) {
  const timeline = rootId ? threadKey(rootId) : place;
  const [isOnTimeline, setOnTimeline] = useState(false);
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const draftTimer = useRef(0);
  const [hasText, setHasText] = useState(() => draftOf(timeline).trim() !== "");
  const [count, setCount] = useState(() => charsIn(draftOf(timeline)));
  const counterId = useId();

  const keep = () => {
    window.clearTimeout(draftTimer.current);
    if (field.current) keepDraft(timeline, field.current.value);
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
    completion.look();
    window.clearTimeout(draftTimer.current);
    draftTimer.current = window.setTimeout(keep, DRAFT_AFTER_MS);
    // What is said in a thread is nobody's business in the group.
    if (text.trim() && !rootId) tellTyping(place);
  };
  const completion = useCompletion(field, () => onInput(), place);
  const send = () => {
    completion.close();
    const area = field.current;
    const content = area?.value.trim() ?? "";
    if (!area || !content) return;
    if (charsIn(content) > MAX_CHARS) return void setCount(charsIn(content));
    window.clearTimeout(draftTimer.current);
    // The draft goes only after the outbox has the text.
    void outgoing(content).then((text) => write(place, text, rootId ? { rootId, isOnTimeline } : undefined))
      .then(() => { if (!area.value.trim()) keepDraft(timeline, ""); });
    area.value = "";
    setOnTimeline(false);
    refresh();
    doneTyping();
    wish("sent", timeline);
    area.focus();
  };
  const pickEmoji = (/** @type {any} */ event) => {
    picker.value = { anchor: event.currentTarget, onPick: (emoji) => {
      const area = field.current;
      if (!area) return;
      area.setRangeText(emoji, area.selectionStart, area.selectionEnd, "end");
      onInput();
      setTimeout(() => area.focus());
    } };
  };
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    if (completion.onKeyDown(event)) return;
    if (event.key === "ArrowUp" && !field.current?.value && !event.altKey && !isComposing(event)) {
      event.preventDefault();
      import("../said.js").then(({ editLast }) => editLast(timeline), () => {});
    }
    // Without a keyboard there is no Shift+Enter: Enter is a new line.
    if (event.key !== "Enter" || event.shiftKey || isComposing(event) || !hasFinePointer()) return;
    event.preventDefault();
    send();
  };

  useLayoutEffect(() => {
    if (!field.current) return;
    field.current.value = draftOf(timeline);
    grow(field.current);
    if (hasFinePointer() && !document.querySelector("dialog[open]")) field.current.focus({ preventScroll: true });
  }, [timeline]);
  useEffect(() => {
    const stop = onWish("write", ({ place: where, text }) => {
      if (!field.current || where !== timeline) return;
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
  }, [timeline]);

  const isOver = count > MAX_CHARS;
  return html`
    <form class="compose" data-region=${rootId ? undefined : "composer"}
      onSubmit=${(/** @type {Event} */ event) => { event.preventDefault(); send(); }}>
      ${completion.found.length > 0 && html`<${Completion} id=${counterId} ...${completion} />`}
      <textarea class="field" ref=${field} rows="1" ...${completion.attributesOf(counterId)} dir="auto" data-entrance="true" aria-label=${rootId ? say.replyTo(name) : say.writeTo(name)} placeholder=${rootId ? say.replyTo(name) : say.writeTo(name)}
        enterkeyhint=${hasFinePointer() ? "send" : "enter"} aria-invalid=${isOver ? "true" : undefined}
        aria-describedby=${count >= COUNT_FROM ? counterId : undefined}
        onInput=${onInput} onKeyDown=${onKeyDown} onBlur=${() => { keep(); completion.close(); }} onClick=${completion.look}></textarea>
      <div class="bar">
        ${count >= COUNT_FROM && html`
          <span class=${isOver ? "counter bad" : "counter"} id=${counterId} role="status">
            ${isOver ? say.charsOver(count - MAX_CHARS) : say.charsLeft(MAX_CHARS - count)}</span>`}
        ${rootId ? html`
          <label class="also"><input type="checkbox" checked=${isOnTimeline} onChange=${(/** @type {any} */ event) => setOnTimeline(event.currentTarget.checked)} />
            ${say.alsoSendTo(alsoOn ?? "")}</label>`
        : html`<span class="hint" aria-hidden="true">
          <span><kbd>${say.keyEnter}</kbd> ${say.hintSend}</span>
          <span><kbd>${say.keyShift}</kbd> <kbd>${say.keyEnter}</kbd> ${say.hintNewLine}</span>
        </span>`}
        <button class="ib sm" type="button" aria-label=${say.emojiPick} title=${say.emojiPick} aria-haspopup="dialog" onClick=${pickEmoji}><${Icon} name="smile" /></button>
        <button class=${hasText && !isOver ? "send" : "send off"} aria-label=${say.send}
          aria-disabled=${hasText && !isOver ? undefined : "true"}><${Icon} name="arrow-up" /></button>
      </div>
    </form>`;
}

/** With each `:name:` turned into its emoji. @param {string} content @returns {Promise<string>} */
const outgoing = async (content) => (mayHaveNames(content)
  ? loadTable().then((names) => withNamed(content, names, tone.value), () => content) : content);

/** For browsers that do not size a field by what is in it. @param {HTMLTextAreaElement | null} area */
function grow(area) {
  if (!area || growsByItself) return;
  area.style.blockSize = "auto";
  area.style.blockSize = `${area.scrollHeight}px`;
}
