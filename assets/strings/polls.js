/** Texts of polls, in the language of the page. */
import catalogue from "#strings/polls.js";
import { texts } from "../texts.js";

export const sayPolls = texts(catalogue);
