/**
 * How long a message may be. The server counts Unicode scalar values, and so does this.
 */

export const MAX_CHARS = 16_000;

/** @param {string} text */
export const isTooLong = (text) => text.length > MAX_CHARS && [...text].length > MAX_CHARS;
