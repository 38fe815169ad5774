/** Texts of the dialog of invite links, in the language of the page. */
import catalogue from "#strings/invites.js";
import { texts } from "../texts.js";

export const sayInvites = texts(catalogue);
