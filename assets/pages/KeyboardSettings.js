/** @import { Where } from "../keys.js" */
import { html } from "htm/preact";
import { bindings } from "../keys.js";
import { Switch } from "../components/Switch.js";
import { letters, setLetters } from "../letters.js";
import { saySettings } from "../strings/settings.js";

/** @type {[Where, string][]} */
const PARTS = [["anywhere", saySettings.keyAnywhere], ["composer", saySettings.keyInComposer], ["messages", saySettings.keyInMessages]];

/** The table of keys.js, to be read. */
export const KeyboardSettings = () => html`
  <section class="set"><${Switch} label=${saySettings.lettersOn} help=${saySettings.lettersHelp} isOn=${letters.value} onChange=${setLetters} /></section>
  ${PARTS.map(([where, title]) => html`
  <section class="set" key=${where}>
    <h2>${title}</h2>
    <dl class="keys">
      ${bindings.filter((one) => one.where === where).map((one) => html`
        <div><dt>${saySettings[one.name]}</dt><dd>${one.keys.split("+").map((key) => html`<kbd>${saySettings.keyNamed({ key: key.length === 1 ? key.toUpperCase() : key })}</kbd> `)}</dd></div>`)}
    </dl>
  </section>`)}`;
