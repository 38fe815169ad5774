/** Texts of looking for messages and jumping to places, in the language of the page. */
import catalogue from "#strings/search.js";
import { texts } from "../texts.js";

export const saySearch = texts(catalogue);
