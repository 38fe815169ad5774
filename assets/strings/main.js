/** Texts of what is on the first screen, and what is said anywhere, in the language of the page. */
import catalogue from "#strings/main.js";
import { texts } from "../texts.js";

export const say = texts(catalogue);
