/** @import { Session } from "../protocol.js" */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { NotConfirmed, signOut, withPassword } from "../actions.js";
import { api, sentence } from "../api.js";
import { Failed } from "../components/Failed.js";
import { Icon } from "../components/Icon.js";
import { Skeleton } from "../components/Skeleton.js";
import { ago, deviceName } from "../format.js";
import { showToast } from "../store.js";
import { saySettings } from "../strings/settings.js";

/** Where one is signed in, this device first. */
export function DeviceSettings() {
  const [sessions, setSessions] = useState(/** @type {Session[] | null} */ (null));
  const [error, setError] = useState("");
  const load = () => api.get("/sessions").then((page) => { setSessions(page.items); setError(""); }, (refused) => setError(sentence(refused)));
  useEffect(() => { void load(); }, []);
  const end = async (/** @type {string} */ path, /** @type {string} */ done) => {
    try {
      await withPassword(() => api.remove(path));
      if (done) showToast(done);
    } catch (refused) {
      if (!(refused instanceof NotConfirmed)) showToast(sentence(refused));
    }
    await load();
  };
  if (error) return html`<${Failed} text=${saySettings.devicesFailed} onRetry=${load} />`;
  if (!sessions) return html`<${Skeleton} />`;
  const ordered = [...sessions].sort((a, b) => Number(b.is_current) - Number(a.is_current) || b.last_active_at.localeCompare(a.last_active_at));
  return html`
    <section class="set">
      ${ordered.map((session) => html`<${Device} key=${session.id} session=${session} onEnd=${() => end(`/sessions/${session.id}`, "")} />`)}
    </section>
    ${sessions.length > 1 && html`
      <section class="set"><div class="opt">
        <span><b>${saySettings.signOutOthers}</b><small>${saySettings.signOutOthersHelp}</small></span>
        <button class="btn danger sm" type="button" onClick=${() => end("/sessions", saySettings.signedOutOthers)}>${saySettings.signOutOthers}</button>
      </div></section>`}`;
}

/** @param {{ session: Session, onEnd: () => void }} props */
function Device({ session, onEnd }) {
  const { name, isHandheld } = deviceName(session.user_agent);
  const when = session.is_connected || session.is_current ? saySettings.connectedNow : saySettings.lastActive({ when: ago(session.last_active_at) });
  return html`
    <div class="dev">
      <span class="ico"><${Icon} name=${isHandheld ? "smartphone" : "laptop"} /></span>
      <span class="w"><b>${name}</b><small><bdi>${session.address}</bdi> · ${when}</small></span>
      ${session.is_current ? html`
        <span class="tag g">${saySettings.thisDevice}</span>
        <button class="btn outline sm" type="button" aria-label=${saySettings.signOutHere} onClick=${signOut}>${saySettings.signOut}</button>` : html`
        <button class="btn outline sm" type="button" aria-label=${saySettings.signOutDevice({ device: name })} onClick=${onEnd}>${saySettings.signOut}</button>`}
    </div>`;
}
