import { html } from "htm/preact";
import { card, dialog, lightbox, me, menu, picker, placeMenu, question, timing } from "../store.js";
import { say } from "../strings/main.js";
import { JumpSoon } from "./JumpSoon.js";
import { lazy } from "./Lazy.js";

/** @param {() => Promise<any>} load */
const soon = (load) => lazy(load, { isSoon: true });

const ActsMenu = soon(() => import("./ActsMenu.js").then((module) => module.ActsMenu));
const AddMemberDialog = soon(() => import("./PeopleDialogs.js").then((module) => module.AddMemberDialog));
const EditsDialog = soon(() => import("./EditsDialog.js").then((module) => module.EditsDialog));
const EmojiPicker = soon(() => import("./EmojiPicker.js").then((module) => module.EmojiPicker));
const ForwardDialog = soon(() => import("./ForwardDialog.js").then((module) => module.ForwardDialog));
const GroupDialog = soon(() => import("./GroupDialog.js").then((module) => module.GroupDialog));
const GroupsDialog = soon(() => import("./GroupsDialog.js").then((module) => module.GroupsDialog));
const FileLinksDialog = soon(() => import("./FileLinksDialog.js").then((module) => module.FileLinksDialog));
const Lightbox = soon(() => import("./Lightbox.js").then((module) => module.Lightbox));
const InvitesDialog = soon(() => import("./InvitesDialog.js").then((module) => module.InvitesDialog));
const Jump = lazy(() => import("./Jump.js").then((module) => module.Jump), { isSoon: true, meanwhile: JumpSoon });
const MomentDialog = soon(() => import("./MomentDialog.js").then((module) => module.MomentDialog));
const NewDirectDialog = soon(() => import("./PeopleDialogs.js").then((module) => module.NewDirectDialog));
const PostDialog = lazy(() => import("./PostDialog.js").then((module) => module.PostDialog));
const RenameDialog = lazy(() => import("./PostDialog.js").then((module) => module.RenameDialog));
const MoveDialog = lazy(() => import("./MoveDialog.js").then((module) => module.MoveDialog));
const TagsDialog = lazy(() => import("./TagsDialog.js").then((module) => module.TagsDialog));
const PersonCard = soon(() => import("./PersonCard.js").then((module) => module.PersonCard));
const PlaceMenu = soon(() => import("./PlaceMenu.js").then((module) => module.PlaceMenu));
const PollDialog = soon(() => import("./PollDialog.js").then((module) => module.PollDialog));
const Question = soon(() => import("./Question.js").then((module) => module.Question));
const ScheduledDialog = soon(() => import("./ScheduledDialog.js").then((module) => module.ScheduledDialog));
const StatusEditor = soon(() => import("./StatusEditor.js").then((module) => module.StatusEditor));
const TimeMenu = soon(() => import("./TimeMenu.js").then((module) => module.TimeMenu));
const Toast = soon(() => import("./Toast.js").then((module) => module.Toast));
const VotersDialog = soon(() => import("./VotersDialog.js").then((module) => module.VotersDialog));
const WorkspaceDialog = soon(() => import("./WorkspaceDialog.js").then((module) => module.WorkspaceDialog));

function Open() {
  const open = dialog.value;
  switch (open?.kind) {
    case "jump": return html`<${Jump} typed=${open.typed} />`;
    case "groups": return html`<${GroupsDialog} />`;
    case "direct": return html`<${NewDirectDialog} />`;
    case "add": return html`<${AddMemberDialog} groupId=${open.groupId} />`;
    case "invites": return html`<${InvitesDialog} groupId=${open.groupId} />`;
    case "group": return html`<${GroupDialog} groupId=${open.groupId} />`;
    case "poll": return html`<${PollDialog} place=${open.place} rootId=${open.rootId} message=${open.message} />`;
    case "voters": return html`<${VotersDialog} messageId=${open.messageId} />`;
    case "moment": return html`<${MomentDialog} ...${open} />`;
    case "scheduled": return html`<${ScheduledDialog} scheduled=${open.scheduled} />`;
    case "edits": return html`<${EditsDialog} message=${open.message} />`;
    case "post": return html`<${PostDialog} groupId=${open.groupId} />`;
    case "rename": return html`<${RenameDialog} rootId=${open.rootId} />`;
    case "move": return html`<${MoveDialog} rootId=${open.rootId} />`;
    case "tags": return html`<${TagsDialog} groupId=${open.groupId} />`;
    case "forward": return html`<${ForwardDialog} message=${open.message} />`;
    case "workspace": return html`<${WorkspaceDialog} />`;
    case "links": return html`<${FileLinksDialog} file=${open.file} />`;
    case "status": return html`<${StatusEditor} />`;
    default: return null;
  }
}

/** Everything that floats above the page. */
export const Dialogs = () => html`
  <${Open} />
  ${question.value && html`<${Question} asked=${question.value} username=${me.value.username} />`}
  ${(menu.value || placeMenu.value || timing.value) && html`
    <section aria-label=${say.openMenu}>
      ${menu.value && html`<${ActsMenu} ...${menu.value} />`}
      ${placeMenu.value && html`<${PlaceMenu} anchor=${placeMenu.value} />`}
      ${timing.value && html`<${TimeMenu} ...${timing.value} />`}
    </section>`}
  ${picker.value && html`<${EmojiPicker} ...${picker.value} />`}
  ${lightbox.value && html`<${Lightbox} ...${lightbox.value} />`}
  ${card.value && html`<${PersonCard} ...${card.value} />`}
  <${Toast} />`;
