/** A chosen picture as the server takes it: small enough as it is, or drawn smaller. */

const TAKEN = ["image/png", "image/gif", "image/webp"];
const MAX_BYTES = 128 * 1024;
const MAX_SIDE = 512;
/** What a picture is drawn down to: twice the size at which it is ever shown. */
const SIDE = 128;

/** @param {File} file @returns {Promise<Blob>} */
export async function fitting(file) {
  const picture = await createImageBitmap(file);
  const { width, height } = picture;
  if (TAKEN.includes(file.type) && file.size <= MAX_BYTES && Math.max(width, height) <= MAX_SIDE) return file;
  const scale = Math.min(1, SIDE / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const drawn = await new Promise((done) => { canvas.toBlob(done, "image/png"); });
  if (!(drawn instanceof Blob)) throw new Error("This picture cannot be drawn.");
  return drawn;
}

/** @param {Blob} blob @returns {Promise<string>} */
export const inBase64 = (blob) => new Promise((done, failed) => {
  const reader = new FileReader();
  reader.onload = () => done(String(reader.result).split(",")[1] ?? "");
  reader.onerror = () => failed(reader.error);
  reader.readAsDataURL(blob);
});

/** A name made of a file's. @param {string} fileName */
export const nameFrom = (fileName) => fileName.replace(/\.[^.]*$/u, "").toLowerCase().replace(/[^a-z0-9_-]+/gu, "-").replace(/^-+|-+$/gu, "").slice(0, 32);
