/** Whether single letters do something while a message has the focus. Kept on this device. */
import { signal } from "@preact/signals";

const NAME = "parlor.letters";

export const letters = signal(localStorage.getItem(NAME) !== "off");

/** @param {boolean} isOn */
export function setLetters(isOn) {
  letters.value = isOn;
  if (isOn) localStorage.removeItem(NAME);
  else localStorage.setItem(NAME, "off");
}
