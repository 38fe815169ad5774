/** A short sound, made here: two soft tones, the second higher. Fetched on need. */

const TONES = [[587.33, 0], [880, 0.11]];
const LASTS = 0.35;
const LOUDNESS = 0.16;

/** @type {AudioContext | null} */
let context = null;

export async function chime() {
  context ??= new AudioContext();
  // A browser lets nothing sound before the first press on the page.
  await context.resume();
  const now = context.currentTime;
  for (const [pitch, after] of TONES) {
    const tone = new OscillatorNode(context, { type: "sine", frequency: pitch });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, now + after);
    volume.gain.linearRampToValueAtTime(LOUDNESS, now + after + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.0001, now + after + LASTS);
    tone.connect(volume).connect(context.destination);
    tone.start(now + after);
    tone.stop(now + after + LASTS);
  }
}
