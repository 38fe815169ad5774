/** Texts of the pages one comes in by: sign-in, sign-up, invite, demo, first run, in the language of the page. */
import catalogue from "#strings/door.js";
import { texts } from "../texts.js";

export const sayDoor = texts(catalogue);
