/** Texts of drafts, saved messages, reminders and scheduled messages, in the language of the page. */
import catalogue from "#strings/later.js";
import { texts } from "../texts.js";

export const sayLater = texts(catalogue);
