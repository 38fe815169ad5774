/** Texts of forwarding messages, in the language of the page. */
import catalogue from "#strings/forward.js";
import { texts } from "../texts.js";

export const sayForward = texts(catalogue);
