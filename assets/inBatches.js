/**
 * What many things on the page ask for one by one, asked of the server in few requests, and of each thing once at a time.
 */
const SOON_MS = 30;
const AGAIN_MS = 5000;
const MOST_ASKED = 100;

/**
 * @param {(keys: string[]) => Promise<boolean>} ask whether it was answered; what was not is asked again after some seconds
 * @returns {(key: string) => void} asks for one thing, unless that is under way
 */
export function inBatches(ask) {
  /** @type {Set<string>} */
  const asking = new Set();
  let isUnderWay = false;
  async function work() {
    const keys = [...asking].slice(0, MOST_ASKED);
    const isAnswered = await ask(keys);
    if (isAnswered) for (const key of keys) asking.delete(key);
    isUnderWay = asking.size > 0;
    if (isUnderWay) window.setTimeout(work, isAnswered ? SOON_MS : AGAIN_MS);
  }
  return (key) => {
    asking.add(key);
    if (!isUnderWay) window.setTimeout(work, SOON_MS);
    isUnderWay = true;
  };
}
