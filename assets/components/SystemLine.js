/** @import { Message } from "../protocol.js" */
import { html } from "htm/preact";
import { clock } from "../format.js";
import { addressOf, threadAddress } from "../router.js";
import { summaryOf } from "../runs.js";
import { keyOfMessage } from "../state.js";
import { isActing, userOf } from "../store.js";
import { say } from "../strings/main.js";
import { actsOf } from "./actsOf.js";
import { Icon } from "./Icon.js";
import { lazy } from "./Lazy.js";

const Acts = lazy(() => import("./Acts.js").then((module) => module.Acts), { isSoon: true, isQuiet: true });

/** @param {string} id */
const nameOf = (id) => userOf(id).value?.name ?? say.someone;

/** In the reader's language. @param {Message} message */
function wordsOf({ happening, sender_id }) {
  const who = nameOf(sender_id);
  switch (happening?.what) {
    case "joined": return say.didJoin({ who });
    case "left": return say.didLeave({ who });
    case "added": return say.didAdd({ who, whom: nameOf(happening.user_id) });
    case "removed": return say.didRemove({ who, whom: nameOf(happening.user_id) });
    case "renamed": return say.didRename({ who, was: happening.was, is: happening.is });
    case "topic_changed": return happening.is ? say.didSetTopic({ who, topic: happening.is }) : say.didClearTopic({ who });
    case "description_changed": return say.didDescribe({ who });
    case "made_private": return say.didMakePrivate({ who });
    case "made_public": return say.didMakePublic({ who });
    case "archived": return say.didArchive({ who });
    case "unarchived": return say.didUnarchive({ who });
    case "pinned": return say.didPin({ who });
    default: return say.didSomething({ who });
  }
}

/** @type {Record<string, string>} */
const ICONS = {
  joined: "user-plus", added: "user-plus", left: "log-out", removed: "log-out", made_private: "lock", made_public: "hash",
  archived: "archive", unarchived: "archive", pinned: "pin",
};

/** Where a line leads to, if anywhere. @param {Message} message */
function addressIn(message) {
  const { happening } = message;
  if (happening?.what !== "pinned") return null;
  const key = keyOfMessage(message);
  return happening.thread_root_id ? threadAddress(key, happening.thread_root_id) : addressOf(key, happening.message_id);
}

/**
 * What the server itself tells. Only the server writes these; nothing a person types looks so.
 * @param {{ message: Message, place: string, labelId: string, rowId: string }} props
 */
export function SystemLine({ message, place, labelId, rowId }) {
  const words = wordsOf(message);
  const address = addressIn(message);
  return html`
    <div class="sys" id=${labelId}>
      <${Icon} name=${ICONS[message.happening?.what ?? ""] ?? "pencil-line"} size="s" />
      <span>${address ? html`<a href=${address}>${words}</a>` : words}</span>
      <time datetime=${message.created_at}>${clock(message.created_at)}</time>
    </div>
    ${isActing(rowId).value && actsOf(message, place).length > 0 && html`<${Acts} message=${message} place=${place} />`}`;
}

/**
 * Many of them in a row, told in one line that opens.
 * @param {{ run: Message[], isOpen: boolean, labelId: string, onToggle: () => void }} props
 */
export function Run({ run, isOpen, labelId, onToggle }) {
  const { came, went, changed } = summaryOf(run);
  const parts = [came > 0 && say.peopleCame({ count: came }), went > 0 && say.peopleWent({ count: went }), changed > 0 && say.thingsChanged({ count: changed })];
  return html`
    <div class="sys run" id=${isOpen ? undefined : labelId}>
      <button type="button" aria-expanded=${isOpen ? "true" : "false"} onClick=${onToggle}>
        <${Icon} name="chevron-down" size="s" />${parts.filter(Boolean).map((part) => html`<span>${part}</span>`)}</button>
      ${!isOpen && html`<time datetime=${run[run.length - 1].created_at}>${clock(run[run.length - 1].created_at)}</time>`}
    </div>`;
}
