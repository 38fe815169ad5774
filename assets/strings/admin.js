/** Texts of the pages from which a server is looked after, in the language of the page. */
import catalogue from "#strings/admin.js";
import { texts } from "../texts.js";

export const sayAdmin = texts(catalogue);
