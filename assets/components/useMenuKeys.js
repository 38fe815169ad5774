/**
 * Arrows, Home and End walk a menu's items.
 * @param {{ current: HTMLElement | null }} ref the menu
 * @returns {(event: KeyboardEvent) => void}
 */
export function useMenuKeys(ref) {
  return (event) => {
    const items = /** @type {HTMLElement[]} */ ([...(ref.current?.querySelectorAll("[role='menuitem']") ?? [])]);
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items[(next + items.length) % items.length]?.focus();
  };
}
