/** @import { Where } from "../keys.js" */
import { html } from "htm/preact";
import { bindings } from "../keys.js";
import { Switch } from "../components/Switch.js";
import { letters, setLetters } from "../letters.js";
import { say } from "../strings/en.js";

/** @type {[Where, string][]} */
const PARTS = [["anywhere", say.keyAnywhere], ["composer", say.keyInComposer], ["messages", say.keyInMessages]];

/** @type {Record<string, string>} */
const SHORT = { ArrowUp: "↑", ArrowDown: "↓", ArrowRight: "→", Escape: "Esc", PageUp: "Page Up", PageDown: "Page Down" };

/** The table of keys.js, to be read. */
export const KeyboardSettings = () => html`
  <section class="set"><${Switch} label=${say.lettersOn} help=${say.lettersHelp} isOn=${letters.value} onChange=${setLetters} /></section>
  ${PARTS.map(([where, title]) => html`
  <section class="set" key=${where}>
    <h2>${title}</h2>
    <dl class="keys">
      ${bindings.filter((one) => one.where === where).map((one) => html`
        <div><dt>${say[one.name]}</dt><dd>${one.keys.split("+").map((key) => html`<kbd>${SHORT[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</kbd> `)}</dd></div>`)}
    </dl>
  </section>`)}`;
