/**
 * What was typed into the fields of the doorway, carried over when the page is loaded again. A password is not.
 */
const KEY = "parlor.typed";

/** @returns {HTMLInputElement[]} */
const fields = () => [...document.querySelectorAll(".doorway input[name]")]
  .filter((field) => field instanceof HTMLInputElement && field.type !== "password").map((field) => /** @type {HTMLInputElement} */ (field));

export function keepTyped() {
  const typed = fields().filter((field) => field.value).map((field) => [field.name, field.value]);
  if (typed.length) sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(typed)));
}

/** Puts it back, once the fields are there. */
export function fillTyped() {
  const kept = sessionStorage.getItem(KEY);
  const found = fields();
  if (!kept || !found.length) return;
  sessionStorage.removeItem(KEY);
  const typed = JSON.parse(kept);
  for (const field of found) if (Object.hasOwn(typed, field.name)) field.value = typed[field.name];
}
