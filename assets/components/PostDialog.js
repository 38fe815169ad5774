/** @import { Id, Message, MyGroup } from "../protocol.js" */
import { html } from "htm/preact";
import { useId, useRef, useState } from "preact/hooks";
import { isRefusal } from "../api.js";
import { changePost, createPost, draftedPost, draftPost, tagsOf } from "../forum.js";
import { withUpdated } from "../state.js";
import { change, dialog, groupOf, messageOf } from "../store.js";
import { sayCommon } from "../strings/common.js";
import { sayForum } from "../strings/forum.js";
import { Completion } from "./Completion.js";
import { Dialog } from "./Dialog.js";
import { Field, Help } from "./Field.js";
import { FormError } from "./FormError.js";
import { useCompletion } from "./useCompletion.js";
import { useForm } from "./useForm.js";

const MOST_TAGS = 5;
const close = () => { dialog.value = null; };

/** Writes a post. What was begun is kept until it is sent. @param {{ groupId: Id }} props */
export function PostDialog({ groupId }) {
  const group = groupOf(groupId).value;
  const clientId = useRef(crypto.randomUUID());
  const begun = useRef(draftedPost(groupId));
  const [tags, setTags] = useState(/** @type {Id[]} */ ([]));
  const { errors, isBusy, onSubmit } = useForm({
    /** @returns {Record<string, string>} */
    check: ({ title, content }) => ({ ...(title.trim() ? {} : { title: sayCommon.fieldNeeded }), ...(content.trim() ? {} : { content: sayCommon.fieldNeeded }) }),
    send: async ({ title, content }) => {
      await createPost(groupId, clientId.current, { title: title.trim(), content: content.trim(), tag_ids: tags });
      draftPost(groupId, "", "");
      close();
    },
  });
  const keep = (/** @type {any} */ event) => {
    const { title, content } = event.currentTarget.elements;
    draftPost(groupId, title.value, content.value);
  };
  if (!group) return null;
  return html`
    <${Dialog} title=${sayForum.newPost} onClose=${close}>
      <form class="dialog-body" onSubmit=${onSubmit} onInput=${keep} noValidate>
        <${Field} label=${sayForum.postTitle} name="title" maxlength="120" autofocus autocomplete="off" defaultValue=${begun.current.title} error=${errors.title} />
        <${Text} place=${`g:${groupId}`} defaultValue=${begun.current.content} error=${errors.content} />
        <${Tags} group=${group} chosen=${tags} onChange=${setTags} />
        <${FormError} text=${errors.form ?? errors.tag_ids} />
        <div class="dialog-foot">
          <button class="btn" type="button" onClick=${close}>${sayCommon.cancel}</button>
          <button class="btn primary" aria-disabled=${isBusy ? "true" : undefined}>${isBusy ? sayForum.publishing : sayForum.publish}</button>
        </div>
      </form>
    <//>`;
}

/** Where names are completed, as in a composer. @param {{ place: string, defaultValue: string, error?: string }} props */
function Text({ place, defaultValue, error }) {
  const id = useId();
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const taken = () => field.current?.dispatchEvent(new Event("input", { bubbles: true }));
  const completion = useCompletion(field, taken, place);
  return html`
    <div class="field-l">
      <label class="lab" for=${id}><span>${sayForum.postText}</span></label>
      <span class=${error ? "input bad compose-in" : "input compose-in"}>
        ${completion.found.length > 0 && html`<${Completion} id=${id} ...${completion} />`}
        <textarea ref=${field} rows="7" id=${id} name="content" dir="auto" defaultValue=${defaultValue} aria-invalid=${error ? "true" : undefined}
          aria-describedby=${error ? `${id}-h` : undefined} ...${completion.attributesOf(id)}
          onInput=${completion.look} onKeyDown=${completion.onKeyDown} onBlur=${completion.close}></textarea>
      </span>
      <${Help} id=${`${id}-h`} error=${error} />
    </div>`;
}

/** @param {{ group: MyGroup, chosen: Id[], onChange: (ids: Id[]) => void }} props */
function Tags({ group, chosen, onChange }) {
  const tags = group.tags ?? [];
  if (!tags.length) return null;
  const toggle = (/** @type {Id} */ id) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return html`
    <fieldset class="levels"><legend>${sayForum.postTags} <small>${sayForum.postTagsHelp}</small></legend>
      ${tags.map((tag) => html`
        <label class=${`tag pick-tag t-${tag.colour}`} key=${tag.id}>
          <input type="checkbox" checked=${chosen.includes(tag.id)} disabled=${!chosen.includes(tag.id) && chosen.length >= MOST_TAGS}
            onChange=${() => toggle(tag.id)} />${tag.name}</label>`)}
    </fieldset>`;
}

/** Another title, other tags; what somebody else changed meanwhile is shown, not overwritten. @param {{ rootId: Id }} props */
export function RenameDialog({ rootId }) {
  const root = messageOf(rootId).value;
  const group = groupOf(root?.group_id ?? "").value;
  const [base, setBase] = useState(root);
  const [tags, setTags] = useState(() => (root ? tagsOf(root, group).map((tag) => tag.id) : []));
  const [isStale, setStale] = useState(false);
  const { errors, isBusy, onSubmit } = useForm({
    /** @returns {Record<string, string>} */
    check: ({ title }) => (title.trim() ? {} : { title: sayCommon.fieldNeeded }),
    send: async ({ title }) => {
      try {
        await changePost(rootId, base?.post?.version ?? 0, { title: title.trim(), tag_ids: tags });
        close();
      } catch (error) {
        if (!isRefusal(error, "stale")) throw error;
        const current = /** @type {Message} */ (/** @type {any} */ (error).problem.current);
        change((now) => withUpdated(now, current));
        setBase(current);
        setStale(true);
      }
    },
  });
  if (!root?.post || !group || !base?.post) return null;
  return html`
    <${Dialog} title=${sayForum.renamePost} onClose=${close}>
      <form class="dialog-body" onSubmit=${onSubmit} noValidate>
        ${isStale && html`<p class="note" role="alert"><span dir="auto"><b>${sayCommon.staleTitle}</b> ${base.post.title}</span></p>`}
        <${Field} label=${sayForum.postTitle} name="title" maxlength="120" autofocus autocomplete="off" defaultValue=${root.post.title} error=${errors.title} />
        <${Tags} group=${group} chosen=${tags} onChange=${setTags} />
        <${FormError} text=${errors.form ?? errors.tag_ids} />
        <div class="dialog-foot">
          <button class="btn" type="button" onClick=${close}>${isStale ? sayCommon.useTheirs : sayCommon.cancel}</button>
          <button class="btn primary" aria-disabled=${isBusy ? "true" : undefined}>${isBusy ? sayCommon.saving : isStale ? sayCommon.useMine : sayCommon.save}</button>
        </div>
      </form>
    <//>`;
}
