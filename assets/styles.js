/**
 * The style sheet of what is fetched when it is needed. What is drawn with it
 * waits for it, so that nothing is ever seen undressed.
 */

/** @type {Promise<void> | null} */
let coming = null;

/** @returns {Promise<void>} when it is in force */
export function laterStyles() {
  coming ??= new Promise((done, failed) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL("styles/later.css", import.meta.url).href;
    link.onload = () => done();
    link.onerror = () => {
      link.remove();
      coming = null;
      failed(new Error("The style sheet did not come."));
    };
    document.head.append(link);
  });
  return coming;
}
