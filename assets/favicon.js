/** The tab's icon bears a number while something calls. Fetched on need. */
import { effect } from "@preact/signals";
import { callingCount } from "./store.js";

const SIDE = 64;

/** Once, when the page has come to rest. */
export function watchIcon() {
  const link = document.querySelector("link[rel~='icon']");
  if (!(link instanceof HTMLLinkElement)) return;
  const plain = link.href;
  const house = new Image();
  house.src = plain;
  let shown = "";
  const show = (/** @type {string} */ address) => {
    link.href = address;
    if (shown) URL.revokeObjectURL(shown);
    shown = address === plain ? "" : address;
  };
  effect(() => {
    const count = callingCount.value;
    if (count === 0) return void (link.href === plain || show(plain));
    house.decode().then(() => drawn(house, count)).then((blob) => {
      if (blob && callingCount.peek() === count) show(URL.createObjectURL(blob));
    }, () => {});
  });
}

/** @param {HTMLImageElement} house @param {number} count @returns {Promise<Blob | null>} */
function drawn(house, count) {
  const canvas = document.createElement("canvas");
  canvas.width = SIDE;
  canvas.height = SIDE;
  const pen = canvas.getContext("2d");
  if (!pen) return Promise.resolve(null);
  pen.drawImage(house, 0, 0, SIDE, SIDE);
  pen.fillStyle = "#e8b34f";
  pen.beginPath();
  pen.arc(SIDE - 20, SIDE - 20, 20, 0, Math.PI * 2);
  pen.fill();
  pen.fillStyle = "#2a1e05";
  pen.font = "700 30px sans-serif";
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(count > 9 ? "9+" : String(count), SIDE - 20, SIDE - 18, 36);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}
