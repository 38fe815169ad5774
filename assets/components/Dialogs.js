import { html } from "htm/preact";
import { card, dialog, me, question } from "../store.js";
import { GroupDialog } from "./GroupDialog.js";
import { GroupsDialog } from "./GroupsDialog.js";
import { InvitesDialog } from "./InvitesDialog.js";
import { AddMemberDialog, NewDirectDialog } from "./PeopleDialogs.js";
import { PersonCard } from "./PersonCard.js";
import { Question } from "./Question.js";
import { StatusEditor } from "./StatusEditor.js";
import { Toast } from "./Toast.js";
import { WorkspaceDialog } from "./WorkspaceDialog.js";

function Open() {
  const open = dialog.value;
  switch (open?.kind) {
    case "groups": return html`<${GroupsDialog} />`;
    case "direct": return html`<${NewDirectDialog} />`;
    case "add": return html`<${AddMemberDialog} groupId=${open.groupId} />`;
    case "invites": return html`<${InvitesDialog} groupId=${open.groupId} />`;
    case "group": return html`<${GroupDialog} groupId=${open.groupId} />`;
    case "workspace": return html`<${WorkspaceDialog} />`;
    case "status": return html`<${StatusEditor} />`;
    default: return null;
  }
}

/** Everything that floats above the page. */
export const Dialogs = () => html`
  <${Open} />
  ${question.value && html`<${Question} asked=${question.value} username=${me.value.username} />`}
  ${card.value && html`<${PersonCard} ...${card.value} />`}
  <${Toast} />`;
