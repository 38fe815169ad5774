/** Why the server refuses something, by its own words. English needs none: there they are shown as they come. */
export default /** @type {Record<string, string>} */ ({});
