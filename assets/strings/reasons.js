/** Texts of why the server refuses something, in the language of the page. */
import catalogue from "#strings/reasons.js";
import { texts } from "../texts.js";

export const sayReasons = texts(catalogue);
