/** Texts of files and links, in the language of the page. */
import catalogue from "#strings/files.js";
import { texts } from "../texts.js";

export const sayFiles = texts(catalogue);
