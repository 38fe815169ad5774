/** Texts of the pages Catch up, Mentions and Threads, in the language of the page. */
import catalogue from "#strings/places.js";
import { texts } from "../texts.js";

export const sayPlaces = texts(catalogue);
