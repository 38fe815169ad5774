/** Texts of what the server refuses, in the language of the page. */
import catalogue from "#strings/refusals.js";
import { texts } from "../texts.js";

export const sayRefusals = texts(catalogue);
