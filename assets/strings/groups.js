/** Texts of groups, people, the workspace and one's status, in the language of the page. */
import catalogue from "#strings/groups.js";
import { texts } from "../texts.js";

export const sayGroups = texts(catalogue);
