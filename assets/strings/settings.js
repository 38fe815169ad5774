/** Texts of the settings, in the language of the page. */
import catalogue from "#strings/settings.js";
import { texts } from "../texts.js";

export const saySettings = texts(catalogue);
