/** @import { CustomEmoji } from "../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "../actions.js";
import { api, sentence } from "../api.js";
import { OwnEmoji } from "../components/EmojiSign.js";
import { Failed } from "../components/Failed.js";
import { Field, Help } from "../components/Field.js";
import { FormError } from "../components/FormError.js";
import { Icon } from "../components/Icon.js";
import { Skeleton } from "../components/Skeleton.js";
import { Switch } from "../components/Switch.js";
import { useForm } from "../components/useForm.js";
import { fitting, inBase64, nameFrom } from "../emojiPicture.js";
import { dayAndMonth, number } from "../format.js";
import { fetchUnknown } from "../live.js";
import { mayAddEmoji, mayManageWorkspace, mayRemoveEmoji } from "../rights.js";
import { me, ownSets, showToast, userOf, workspace } from "../store.js";
import { say } from "../strings/main.js";
import { sayCommon } from "../strings/common.js";
import { sayEmoji } from "../strings/emoji.js";

/** The workspace's own emoji: what there is, and for those who may, adding and removing. */
export function EmojiSettings() {
  const place = workspace.value;
  const [items, setItems] = useState(/** @type {CustomEmoji[] | null} */ (null));
  const [hasFailed, setFailed] = useState(false);
  const load = () => {
    setFailed(false);
    return api.get(`/workspaces/${place?.id}/emoji`).then((page) => {
      setItems(page.items);
      void fetchUnknown(page.items.flatMap((/** @type {CustomEmoji} */ one) => one.created_by ?? []));
    }, () => setFailed(true));
  };
  // What others add or remove meanwhile is seen here, too.
  useEffect(() => { void load(); }, [place?.id, ownSets.value]);
  if (!place) return null;
  return html`
    ${mayManageWorkspace(place) && html`<div class="set"><${MembersMay} place=${place} /></div>`}
    ${mayAddEmoji(place) && html`<${AddForm} workspaceId=${place.id} />`}
    <section class="set" aria-labelledby="own-emoji">
      <h2 id="own-emoji">${sayEmoji.emojiList} ${items && html`<small>${number(items.length)}</small>`}</h2>
      ${hasFailed && !items ? html`<${Failed} text=${sayEmoji.emojiFailed} onRetry=${load} />` : !items ? html`<${Skeleton} />`
      : items.length === 0 ? html`<p>${sayEmoji.emojiNone}</p>`
      : html`<ul class="own-list">${items.map((emoji) => html`<${Row} key=${emoji.id} emoji=${emoji} />`)}</ul>`}
    </section>`;
}

/** @param {{ place: import("../protocol.js").MyWorkspace }} props */
function MembersMay({ place }) {
  const turn = (/** @type {boolean} */ wanted) => api.patch(`/workspaces/${place.id}`, { members_may_add_emoji: wanted })
    .catch((error) => showToast(sentence(error)));
  return html`<${Switch} label=${sayEmoji.emojiMembers} help=${sayEmoji.emojiMembersHelp} isOn=${place.members_may_add_emoji} onChange=${turn} />`;
}

/** @param {{ emoji: CustomEmoji }} props */
function Row({ emoji }) {
  const { id, name, created_by: by, created_at: at } = emoji;
  const who = (by && userOf(by).value?.name) || say.someone;
  const remove = async () => {
    const isSure = await ask({ title: sayEmoji.emojiRemoveAsk({ name: `:${name}:` }), text: sayEmoji.emojiRemoveText, action: say.remove });
    if (isSure) await api.remove(`/emoji/${id}`).catch((error) => showToast(sentence(error)));
  };
  return html`
    <li><span class="pic"><${OwnEmoji} text=${`:${name}:`} id=${id} /></span>
      <span class="w"><b>:${name}:</b><small>${sayEmoji.emojiBy({ name: who, day: dayAndMonth(at) })}</small></span>
      ${mayRemoveEmoji(workspace.value, emoji, me.value) && html`
        <button class="ib" type="button" aria-label=${sayEmoji.emojiRemove({ name: `:${name}:` })} title=${say.remove} onClick=${remove}><${Icon} name="trash-2" size="s" /></button>`}
    </li>`;
}

/** A picture and its name. @param {{ workspaceId: string }} props */
function AddForm({ workspaceId }) {
  const [picture, setPicture] = useState(/** @type {{ blob: Blob, url: string } | null} */ (null));
  const [problem, setProblem] = useState("");
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  const take = (/** @type {{ blob: Blob, url: string } | null} */ next) => {
    if (picture) URL.revokeObjectURL(picture.url);
    setPicture(next);
  };
  const choose = async (/** @type {any} */ event) => {
    const [file] = event.currentTarget.files;
    if (!file) return;
    try {
      const blob = await fitting(file);
      take({ blob, url: URL.createObjectURL(blob) });
      setProblem("");
      const name = form.current?.elements.namedItem("name");
      if (name instanceof HTMLInputElement && !name.value) name.value = nameFrom(file.name);
    } catch {
      setProblem(sayEmoji.emojiUnreadable);
    }
  };
  const { errors, isBusy, onSubmit } = useForm({
    /** @returns {Record<string, string>} */
    check: ({ name }) => ({ ...(name.trim() ? {} : { name: sayCommon.fieldNeeded }), ...(picture ? {} : { image: sayEmoji.emojiNoPicture }) }),
    send: async ({ name }) => {
      if (!picture) return;
      await api.post(`/workspaces/${workspaceId}/emoji`, { name: name.trim().replace(/^:|:$/gu, ""), image: await inBase64(picture.blob) });
      take(null);
      form.current?.reset();
      showToast(sayEmoji.emojiAdded);
    },
  });
  const wrong = problem || errors.image;
  return html`
    <form class="set own-add" ref=${form} onSubmit=${onSubmit} noValidate>
      <h2>${sayEmoji.emojiAdd}</h2>
      <div class="field-l">
        <span class="lab" id="own-picture">${sayEmoji.emojiPicture}</span>
        <span class="own-choose">
          <span class="pic">${picture && html`<img class="own" src=${picture.url} alt=${sayEmoji.emojiPreview} />`}</span>
          <label class="btn outline">${sayEmoji.emojiChoose}<input class="vh" type="file" name="image" accept="image/*" aria-invalid=${wrong ? "true" : undefined}
            aria-describedby="own-picture-h" onChange=${choose} /></label>
        </span>
        <${Help} id="own-picture-h" help=${sayEmoji.emojiPictureHelp} error=${wrong} />
      </div>
      <${Field} label=${sayEmoji.emojiName} name="name" autocomplete="off" spellcheck=${false} maxlength="34" help=${sayEmoji.emojiNameHelp} error=${errors.name} />
      <${FormError} text=${errors.form} />
      <div><button class="btn primary" aria-disabled=${isBusy ? "true" : undefined}>${isBusy ? sayEmoji.emojiAdding : sayEmoji.emojiAdd}</button></div>
    </form>`;
}
