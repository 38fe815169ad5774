/** Texts of forum groups, in the language of the page. */
import catalogue from "#strings/forum.js";
import { texts } from "../texts.js";

export const sayForum = texts(catalogue);
