/** @import { Accent } from "./protocol.js" */
import { saySettings } from "./strings/settings.js";

/** @type {Record<Accent, string>} */
export const ACCENT_NAMES = { green: saySettings.accentGreen, blue: saySettings.accentBlue, plum: saySettings.accentPlum, clay: saySettings.accentClay, slate: saySettings.accentSlate };
