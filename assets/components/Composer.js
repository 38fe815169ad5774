import { html } from "htm/preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { isTooLong, MAX_CHARS } from "../chars.js";
import { draftOf, keepDraft, touchDraft } from "../drafts.js";
import { loadTable, tone } from "../emoji.js";
import { mayHaveNames, withNamed } from "../emojiNames.js";
import { hasFinePointer } from "../focus.js";
import { isComposing } from "../keys.js";
import { doneTyping, tellTyping, write } from "../live.js";
import { threadKey } from "../state.js";
import { dialog, picker, timing } from "../store.js";
import { say } from "../strings/main.js";
import { onWish, wish } from "../wishes.js";
import { Completion } from "./Completion.js";
import { addFiles, letTrayGo, takeTray, trayOf } from "../tray.js";
import { Icon } from "./Icon.js";
import { atHand, lazy } from "./Lazy.js";
import { useCompletion } from "./useCompletion.js";

const Tray = lazy(() => import("./Tray.js").then((module) => module.Tray));
const VoiceButton = lazy(() => import("./VoiceButton.js").then((module) => module.VoiceButton), { isSoon: true });

const withSaid = atHand(() => import("../said.js"));

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
    if (field.current) keepDraft(timeline, field.current.value, rootId && place);
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
    touchDraft(timeline);
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
    if (!area || (!content && !trayOf(timeline).length)) return;
    if (isTooLong(content)) return void setCount(charsIn(content));
    window.clearTimeout(draftTimer.current);
    const files = takeTray(timeline);
    // The draft goes only after the outbox has the text, and so do the files.
    void outgoing(content)
      .then((text) => write(place, text, rootId ? { rootId, isOnTimeline } : undefined, files))
      .then(() => {
        letTrayGo(files);
        if (!area.value.trim()) keepDraft(timeline, "");
      });
    area.value = "";
    setOnTimeline(false);
    refresh();
    doneTyping();
    wish("sent", timeline);
    area.focus();
  };
  const sendLater = (/** @type {any} */ event) => {
    const content = field.current?.value.trim() ?? "";
    timing.value = { anchor: event.currentTarget, title: say.sendLater, presets: ["in60", "tomorrow", "monday"], onPick: async (at) => {
      const [{ schedule }, text] = await Promise.all([import("../later.js"), outgoing(content)]);
      if (!await schedule(place, text, at, rootId ? { rootId, isOnTimeline } : undefined)) return;
      // What was typed meanwhile stays.
      if (field.current?.value.trim() !== content) return;
      field.current.value = "";
      setOnTimeline(false);
      refresh();
      keep();
      field.current.focus();
    } };
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
      withSaid(({ editLast }) => { editLast(timeline); });
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
    // Who goes along the hits of a search stays among them, whichever comes first, they or the conversation.
    const isTaken = document.querySelector("dialog[open]") ?? document.activeElement?.closest("[data-hits]");
    if (hasFinePointer() && !isTaken) field.current.focus({ preventScroll: true });
  }, [timeline]);
  useEffect(() => {
    const stop = onWish("write", ({ place: where, text }) => {
      if (!field.current || where !== timeline) return;
      field.current.value = [text, field.current.value].filter(Boolean).join("\n");
      onInput();
      field.current.focus();
    });
    const stopHearing = onWish("draft", ({ place: where, text }) => {
      if (!field.current || where !== timeline) return;
      field.current.value = text;
      refresh();
    });
    window.addEventListener("pagehide", keep);
    return () => {
      stop();
      stopHearing();
      window.removeEventListener("pagehide", keep);
      keep();
    };
  }, [timeline]);

  const isOver = count > MAX_CHARS;
  const tray = trayOf(timeline);
  const maySend = (hasText || tray.length > 0) && !isOver;
  const onPaste = (/** @type {ClipboardEvent} */ event) => {
    const files = [...event.clipboardData?.files ?? []];
    if (files.length) event.preventDefault();
    addFiles(timeline, files);
  };
  return html`
    <form class="compose" id=${rootId ? undefined : "composer"} data-region=${rootId ? undefined : "composer"}
      onSubmit=${(/** @type {Event} */ event) => { event.preventDefault(); send(); }} onPaste=${onPaste} data-timeline=${timeline} data-name=${name}>
      ${completion.found.length > 0 && html`<${Completion} id=${counterId} ...${completion} />`}
      ${tray.length > 0 && html`<${Tray} timeline=${timeline} ids=${tray} />`}
      <textarea class="field" ref=${field} rows="1" ...${completion.attributesOf(counterId)} dir="auto" data-entrance="true" aria-label=${rootId ? say.replyTo({ name }) : say.writeTo({ name })} placeholder=${rootId ? say.replyTo({ name }) : say.writeTo({ name })}
        enterkeyhint=${hasFinePointer() ? "send" : "enter"} aria-invalid=${isOver ? "true" : undefined}
        aria-describedby=${count >= COUNT_FROM ? counterId : undefined}
        onInput=${onInput} onKeyDown=${onKeyDown} onBlur=${() => { keep(); completion.close(); }} onClick=${completion.look}></textarea>
      <div class="bar">
        <${AttachButton} onFiles=${(/** @type {FileList} */ files) => addFiles(timeline, files)} />
        <${VoiceButton} onFile=${(/** @type {File} */ file) => addFiles(timeline, [file])} />
        ${count >= COUNT_FROM && html`
          <span class=${isOver ? "counter bad" : "counter"} id=${counterId} role="status">
            ${isOver ? say.charsOver({ over: count - MAX_CHARS, most: MAX_CHARS }) : say.charsLeft({ left: MAX_CHARS - count })}</span>`}
        ${rootId && alsoOn ? html`
          <label class="also"><input type="checkbox" checked=${isOnTimeline} onChange=${(/** @type {any} */ event) => setOnTimeline(event.currentTarget.checked)} />
            ${say.alsoSendTo({ name: alsoOn ?? "" })}</label>`
        : html`<span class="hint" aria-hidden="true">
          <span><kbd>${say.keyEnter}</kbd> ${say.hintSend}</span>
          <span><kbd>${say.keyShift}</kbd> <kbd>${say.keyEnter}</kbd> ${say.hintNewLine}</span>
        </span>`}
        <button class="ib sm" type="button" aria-label=${say.makePoll} title=${say.makePoll} aria-haspopup="dialog"
          onClick=${() => { dialog.value = { kind: "poll", place, rootId: rootId ?? null }; }}><${Icon} name="chart-column" /></button>
        <button class="ib sm" type="button" aria-label=${say.emojiPick} title=${say.emojiPick} aria-haspopup="dialog" onClick=${pickEmoji}><${Icon} name="smile" /></button>
        ${hasText && !isOver && html`<button class="ib sm" type="button" aria-label=${say.sendLater} title=${say.sendLater} aria-haspopup="menu" onClick=${sendLater}><${Icon} name="clock" /></button>`}
        <button class=${maySend ? "send" : "send off"} aria-label=${say.send}
          aria-disabled=${maySend ? undefined : "true"}><${Icon} name="arrow-up" /></button>
      </div>
    </form>`;
}

/** @param {{ onFiles: (files: FileList) => void }} props */
function AttachButton({ onFiles }) {
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const take = (/** @type {any} */ event) => {
    onFiles(event.currentTarget.files);
    event.currentTarget.value = "";
  };
  return html`
    <button class="ib sm" type="button" aria-label=${say.attach} title=${say.attach} onClick=${() => input.current?.click()}><${Icon} name="paperclip" /></button>
    <input ref=${input} type="file" multiple hidden aria-label=${say.attach} onChange=${take} />`;
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
