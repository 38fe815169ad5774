/** Why the server refuses something: all that it says to people is said in every language. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LANGUAGES } from "../../assets/languages.js";
import { reasonFor, worded } from "../../assets/refusals.js";
import { writer } from "../../assets/texts.js";
import { reasons, sentences, unread } from "./refused.js";

/** What only another program than the page can bring about; for such a thing the vague sentence is enough. */
const OF_THE_API = [
  "cannot go with 'after' or 'around', nor these with each other",
  "cannot go with group_id",
  "must be 64 hexadecimal digits",
  "must be a PNG, GIF or WebP in Base64",
  "must be a person's id, or operator",
  "must be a reply to this post",
  "must be an object",
  "must be at most 100",
  "must be at most 2,000",
  "must be at most 200",
  "must be false: in a forum group, replies stay with their post",
  "must be from 1 to 100",
  "must be from 1 to 100000, or null for any number",
  "must be from 60 to 2592000 (30 days)",
  "must be given: a forum group holds posts, and replies to them",
  "must be ids, joined by commas",
  "must be left out",
  "must be left out: a post forwards nothing; forward it into a reply",
  "must be left out: a post has none; ask in a reply",
  "must be left out: only posts of a forum group have one",
  "must be left out: only posts, which have a title, have tags",
  "must be like +02:00 or -05:30",
  "must be somebody else",
  "must be something that somebody said",
  "must be the next_cursor of an earlier answer",
  "must be the next_cursor of an earlier answer in this order",
  "must each have either a group_id or a direct_id",
  "must name at most 256 people",
  "must name each file once",
  "must not be missing",
  "must not be negative",
  "or 'data.direct_id' must be given, and not both",
];

const others = LANGUAGES.map(([tag]) => tag).filter((tag) => tag !== "en");
const catalogueOf = async (language) => (await import(`../../assets/strings/${language}/reasons.js`)).default;
/** A catalogue as the page makes use of it. */
const saidIn = (language, catalogue) => Object.fromEntries(Object.entries(catalogue).map(([key, message]) =>
  [key, message.includes("{") ? (values) => writer(language, language, false)(message, values) : message]));

test("the server's words are found in its source, on whatever way they go", () => {
  assert.ok(sentences.length > 60 && reasons.length > 60);
  // A pattern, a definition, or a helper that is known: of a new one the sentences are not found until it is named.
  const known = ["_", "why", "say", "else_say", "&'static str"];
  assert.deepEqual(unread.filter((given) => !known.includes(given)), []);
});

test("every sentence with which the server refuses something is there in every language, and no other", async () => {
  for (const language of others) {
    const catalogue = await catalogueOf(language);
    const said = saidIn(language, catalogue);
    const isMissing = (words) => reasonFor(words.replace("{why}", "must not be empty"), said) === null;
    assert.deepEqual([...sentences, ...reasons].filter((words) => !OF_THE_API.includes(words) && isMissing(words)), [], `missing in ${language}`);
    assert.deepEqual(Object.keys(catalogue).filter((key) => !sentences.includes(key) && !reasons.includes(key)), [], `said no more: ${language}`);
  }
  assert.deepEqual(OF_THE_API.filter((words) => !reasons.includes(words)), [], "said no more");
});

test("no translation holds what the server does not fill in, and none is the server's own words", async () => {
  for (const language of others) {
    for (const [key, message] of Object.entries(await catalogueOf(language))) {
      const namesIn = (text) => [...text.matchAll(/\{(\w+)/gu)].map(([, name]) => name);
      assert.deepEqual(namesIn(message).filter((name) => !namesIn(key).includes(name)), [], `${language}: ${key}`);
      assert.notEqual(message, key);
    }
  }
});

test("what the server fills in stands in the sentence", async () => {
  const german = saidIn("de", await catalogueOf("de"));
  assert.equal(reasonFor("must have at most 16000 characters", german), "Höchstens 16.000 Zeichen sind möglich.");
  assert.equal(reasonFor("holds one that must have at most 80 characters", german), "Zu einer der Antworten: Höchstens 80 Zeichen sind möglich.");
  assert.equal(reasonFor("holds one that is of a later version", german), null);
  assert.equal(reasonFor("can have is:pinned, is:thread, and nothing else after \"is:\"", german), "Mit „is:“ gibt es nur is:pinned, is:thread.");
  assert.equal(reasonFor("This poll is closed.", german), "Diese Umfrage ist beendet.");
  assert.equal(reasonFor("This poll is closed. Really.", german), null);
});

test("what is refused is told by its code, and in English with the server's own sentence where the code says little", () => {
  const problem = (code, more = {}) => ({ type: "", title: "A title", status: 400, code, detail: "The server says so.", ...more });
  assert.equal(worded(problem("rate_limited", { retry_after_secs: 1 })), "Too many tries. The next one is possible in 1 second.");
  assert.equal(worded(problem("too_large", { max_bytes: 2_000_000 })), "This is larger than 2 MB, which is the most that is taken.");
  assert.equal(worded(problem("taken", { field: "name" })), "The server says so.");
  assert.equal(worded(problem("conflict")), "The server says so.");
  assert.equal(worded(problem("too_large")), "The server says so.", "without its value");
  assert.equal(worded(problem("of_a_later_version")), "The server says so.");
  assert.equal(worded(problem("constructor", { detail: "" })), "A title");
});
