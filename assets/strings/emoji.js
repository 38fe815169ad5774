/** Texts of emoji: the picker, and those of a workspace's own, in the language of the page. */
import catalogue from "#strings/emoji.js";
import { texts } from "../texts.js";

export const sayEmoji = texts(catalogue);
