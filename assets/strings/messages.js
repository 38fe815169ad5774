/** Texts of messages, threads and pins, when something is done with them, in the language of the page. */
import catalogue from "#strings/messages.js";
import { texts } from "../texts.js";

export const sayMessages = texts(catalogue);
