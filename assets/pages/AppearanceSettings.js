/** @import { TextSize, Theme } from "../theme.js" */
import { html } from "htm/preact";
import { useId } from "preact/hooks";
import { Accents } from "../components/Accents.js";
import { Choice } from "../components/Field.js";
import { LanguageChoice } from "../components/LanguageChoice.js";
import { Switch } from "../components/Switch.js";
import { percent } from "../format.js";
import { workspace } from "../store.js";
import { say } from "../strings/main.js";
import { saySettings } from "../strings/settings.js";
import { contrast, density, ownAccent, setAccent, setTheme, TEXT_SIZES, textSize, theme } from "../theme.js";

/** @type {[Theme, string][]} */
const THEMES = [["light", saySettings.themeLight], ["dark", saySettings.themeDark], ["system", saySettings.themeSystem]];

/** How the house looks, on this device. */
export function AppearanceSettings() {
  return html`
    <section class="set"><${LanguageChoice} /></section>
    <fieldset class="set">
      <legend>${saySettings.themeLegend}</legend>
      <div class="themes">
        ${THEMES.map(([name, text]) => html`
          <label class=${theme.value === name ? "theme on" : "theme"}>
            <input class="vh" type="radio" name="theme" value=${name} checked=${theme.value === name} onChange=${() => setTheme(name)} />
            <${Picture} theme=${name} />${text}
          </label>`)}
      </div>
      <${Switch} label=${saySettings.contrastMore} help=${saySettings.contrastHelp} isOn=${contrast.chosen.value === "more"}
        onChange=${(/** @type {boolean} */ isOn) => contrast.set(isOn ? "more" : "system")} />
    </fieldset>
    <section class="set">
      <${Choice} label=${saySettings.textSize} value=${textSize.chosen.value} options=${TEXT_SIZES.map((size) => [size, percent(Number(size) / 100)])}
        onChange=${(/** @type {TextSize} */ size) => textSize.set(size)} />
      <${Switch} label=${saySettings.compact} help=${saySettings.compactHelp} isOn=${density.chosen.value === "compact"}
        onChange=${(/** @type {boolean} */ isOn) => density.set(isOn ? "compact" : "roomy")} />
    </section>
    <${Accents} legend=${saySettings.accentOf({ place: workspace.value?.name ?? say.product })} value=${ownAccent.value} hasNone=${true} onChange=${setAccent} />`;
}

/** A small picture of the house in that light; of the system's, in both. @param {{ theme: Theme }} props */
function Picture({ theme: name }) {
  const half = useId();
  return html`
    <svg viewBox="0 0 132 84" aria-hidden="true">
      <${House} isDark=${name === "dark"} />
      ${name === "system" && html`
        <clipPath id=${half}><path d="M132 0v84H40z" /></clipPath>
        <g clip-path=${`url(#${half})`}><${House} isDark=${true} /></g>`}
    </svg>`;
}

/** @param {{ isDark: boolean }} props */
function House({ isDark }) {
  const wall = isDark ? "#0e1513" : "#e3e8df";
  const paper = isDark ? "#17201d" : "#fdfcf8";
  const ink = isDark ? "#eeebe1" : "#1d2723";
  const faint = isDark ? "#38453f" : "#cfd2c6";
  return html`
    <rect width="132" height="84" fill=${wall} /><rect x="36" y="6" width="90" height="72" rx="8" fill=${paper} />
    <path d="M8 20a5 5 0 0 1 10 0v4a2 2 0 0 1-2 2h-6a2 2 0 0 1-2-2z" fill="#1f5d4c" />
    <g fill=${faint}><rect x="8" y="36" width="22" height="3" rx="1.5" /><rect x="8" y="44" width="16" height="3" rx="1.5" />
      <rect x="60" y="25" width="52" height="3" rx="1.5" /><rect x="60" y="45" width="40" height="3" rx="1.5" /></g>
    <path d="M44 22a5 5 0 0 1 10 0v4a2 2 0 0 1-2 2h-6a2 2 0 0 1-2-2z" fill="#e8b34f" />
    <path d="M44 42a5 5 0 0 1 10 0v4a2 2 0 0 1-2 2h-6a2 2 0 0 1-2-2z" fill="#7fb0b3" />
    <g fill=${ink}><rect x="60" y="18" width="24" height="3.5" rx="1.7" /><rect x="60" y="38" width="20" height="3.5" rx="1.7" /></g>
    <rect x="44" y="60" width="74" height="12" rx="5" fill="none" stroke=${faint} />`;
}
