/** Texts of notifications, in the language of the page. */
import catalogue from "#strings/notices.js";
import { texts } from "../texts.js";

export const sayNotices = texts(catalogue);
