import { html } from "htm/preact";
import { card, dialog, me, menu, picker, question } from "../store.js";
import { lazy } from "./Lazy.js";

/** @param {() => Promise<any>} load */
const soon = (load) => lazy(load, { isSoon: true });

const ActsMenu = soon(() => import("./ActsMenu.js").then((module) => module.ActsMenu));
const AddMemberDialog = soon(() => import("./PeopleDialogs.js").then((module) => module.AddMemberDialog));
const EditsDialog = soon(() => import("./EditsDialog.js").then((module) => module.EditsDialog));
const EmojiPicker = soon(() => import("./EmojiPicker.js").then((module) => module.EmojiPicker));
const GroupDialog = soon(() => import("./GroupDialog.js").then((module) => module.GroupDialog));
const GroupsDialog = soon(() => import("./GroupsDialog.js").then((module) => module.GroupsDialog));
const InvitesDialog = soon(() => import("./InvitesDialog.js").then((module) => module.InvitesDialog));
const Jump = soon(() => import("./Jump.js").then((module) => module.Jump));
const NewDirectDialog = soon(() => import("./PeopleDialogs.js").then((module) => module.NewDirectDialog));
const PersonCard = soon(() => import("./PersonCard.js").then((module) => module.PersonCard));
const Question = soon(() => import("./Question.js").then((module) => module.Question));
const StatusEditor = soon(() => import("./StatusEditor.js").then((module) => module.StatusEditor));
const Toast = soon(() => import("./Toast.js").then((module) => module.Toast));
const WorkspaceDialog = soon(() => import("./WorkspaceDialog.js").then((module) => module.WorkspaceDialog));

function Open() {
  const open = dialog.value;
  switch (open?.kind) {
    case "jump": return html`<${Jump} />`;
    case "groups": return html`<${GroupsDialog} />`;
    case "direct": return html`<${NewDirectDialog} />`;
    case "add": return html`<${AddMemberDialog} groupId=${open.groupId} />`;
    case "invites": return html`<${InvitesDialog} groupId=${open.groupId} />`;
    case "group": return html`<${GroupDialog} groupId=${open.groupId} />`;
    case "edits": return html`<${EditsDialog} message=${open.message} />`;
    case "workspace": return html`<${WorkspaceDialog} />`;
    case "status": return html`<${StatusEditor} />`;
    default: return null;
  }
}

/** Everything that floats above the page. */
export const Dialogs = () => html`
  <${Open} />
  ${question.value && html`<${Question} asked=${question.value} username=${me.value.username} />`}
  ${menu.value && html`<${ActsMenu} ...${menu.value} />`}
  ${picker.value && html`<${EmojiPicker} ...${picker.value} />`}
  ${card.value && html`<${PersonCard} ...${card.value} />`}
  <${Toast} />`;
