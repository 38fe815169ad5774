import { html } from "htm/preact";
import { chosenLanguage, LANGUAGES, speak } from "../languages.js";
import { sayCommon } from "../strings/common.js";
import { Choice } from "./Field.js";

/** In which language the page speaks; another one is there at once. */
export const LanguageChoice = () => html`
  <${Choice} label=${sayCommon.language} value=${chosenLanguage()} options=${[["", sayCommon.languageAuto], ...LANGUAGES]} onChange=${speak} />`;
