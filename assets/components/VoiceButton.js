import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { announceStatus } from "../announce.js";
import { duration, fullStamp } from "../format.js";
import { showToast } from "../store.js";
import { sayFiles } from "../strings/files.js";
import { Icon } from "./Icon.js";

/** What the browser can record, the smaller first. */
const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const LONGEST_MS = 10 * 60_000;

const canRecord = () => typeof MediaRecorder === "function" && Boolean(navigator.mediaDevices?.getUserMedia);

/** Records what is said, as a file to send. @param {{ onFile: (file: File) => void }} props */
export function VoiceButton({ onFile }) {
  const [recording, setRecording] = useState(/** @type {Recording | null} */ (null));
  useEffect(() => () => recording?.discard(), [recording]);
  if (!canRecord()) return null;
  if (recording) return html`<${Running} recording=${recording} onEnd=${(/** @type {File | null} */ file) => { setRecording(null); if (file) onFile(file); }} />`;
  const start = () => record().then((begun) => {
    announceStatus(sayFiles.recording);
    setRecording(begun);
  }, () => showToast(sayFiles.microphoneRefused));
  return html`<button class="ib sm" type="button" aria-label=${sayFiles.recordVoice} title=${sayFiles.recordVoice} onClick=${start}><${Icon} name="mic" /></button>`;
}

/** @typedef {{ startedAt: number, finish: () => Promise<File>, discard: () => void }} Recording */

/** @returns {Promise<Recording>} */
async function record() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type)) ?? "";
  const recorder = new MediaRecorder(stream, mimeType ? { mimeType } : {});
  /** @type {Blob[]} */
  const pieces = [];
  recorder.ondataavailable = (event) => { pieces.push(event.data); };
  recorder.start(1000);
  const stop = () => {
    if (recorder.state !== "inactive") recorder.stop();
    for (const track of stream.getTracks()) track.stop();
  };
  const finish = () => new Promise((/** @type {(file: File) => void} */ done) => {
    recorder.onstop = () => done(asFile(pieces, recorder.mimeType));
    stop();
  });
  return { startedAt: Date.now(), finish, discard: stop };
}

/** @param {Blob[]} pieces @param {string} type */
function asFile(pieces, type) {
  const ending = type.includes("mp4") ? "m4a" : type.includes("ogg") ? "ogg" : "webm";
  return new File(pieces, `${sayFiles.voiceMessage({ when: fullStamp(new Date()) })}.${ending}`, { type: type.split(";")[0] });
}

/** @param {{ recording: Recording, onEnd: (file: File | null) => void }} props */
function Running({ recording, onEnd }) {
  const [now, setNow] = useState(Date.now());
  const done = useRef(false);
  const finish = () => {
    if (done.current) return;
    done.current = true;
    void recording.finish().then(onEnd);
  };
  useEffect(() => {
    const timer = window.setInterval(() => {
      setNow(Date.now());
      if (Date.now() - recording.startedAt >= LONGEST_MS) finish();
    }, 500);
    return () => window.clearInterval(timer);
  }, []);
  return html`
    <span class="voice" role="group" aria-label=${sayFiles.recording}>
      <button class="ib sm" type="button" aria-label=${sayFiles.voiceDiscard} title=${sayFiles.voiceDiscard} onClick=${() => { recording.discard(); onEnd(null); }}><${Icon} name="trash-2" /></button>
      <i aria-hidden="true"></i><time>${duration(Math.max(0, now - recording.startedAt))}</time>
      <button class="ib sm lit" type="button" autofocus aria-label=${sayFiles.voiceDone} title=${sayFiles.voiceDone} onClick=${finish}><${Icon} name="check" /></button>
    </span>`;
}
