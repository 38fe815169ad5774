/** Texts of buttons, fields and lines that many pages and dialogs share, in the language of the page. */
import catalogue from "#strings/common.js";
import { texts } from "../texts.js";

export const sayCommon = texts(catalogue);
