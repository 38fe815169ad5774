/**
 * Day, evening, or what the system says. Kept on this device.
 *
 * @typedef {"system" | "light" | "dark"} Theme
 */
import { signal } from "@preact/signals";

const NAME = "parlor.theme";

/** @returns {Theme} */
function kept() {
  const found = localStorage.getItem(NAME);
  return found === "light" || found === "dark" ? found : "system";
}

export const theme = signal(kept());

function show() {
  if (theme.value === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme.value;
}

/** @param {Theme} wanted */
export function setTheme(wanted) {
  theme.value = wanted;
  if (wanted === "system") localStorage.removeItem(NAME);
  else localStorage.setItem(NAME, wanted);
  show();
}

export function startTheme() {
  show();
  // Another window of this browser may change it.
  window.addEventListener("storage", (event) => {
    if (event.key !== NAME) return;
    theme.value = kept();
    show();
  });
}
