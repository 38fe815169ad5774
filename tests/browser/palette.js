/** Writes a picture of the screen as a PNG with at most 256 colours: a third of the bytes. */
import { writeFileSync } from "node:fs";
import { deflateSync, inflateSync } from "node:zlib";

const HEAD = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** @param {Buffer} png 8 bits per channel, RGB or RGBA, as Chromium writes them */
function read(png) {
  const chunks = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  const head = chunks[0].data;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const depth = head[9] === 6 ? 4 : 3;
  const raw = inflateSync(Buffer.concat(chunks.filter((one) => one.type === "IDAT").map((one) => one.data)));
  return { width, height, depth, pixels: unfilter(raw, width * depth, height, depth) };
}

function unfilter(raw, stride, height, depth) {
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const a = x >= depth ? out[y * stride + x - depth] : 0;
      const b = y > 0 ? out[(y - 1) * stride + x] : 0;
      const c = x >= depth && y > 0 ? out[(y - 1) * stride + x - depth] : 0;
      out[y * stride + x] = raw[y * (stride + 1) + 1 + x] + [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter];
    }
  }
  return out;
}

function paeth(a, b, c) {
  const [pa, pb, pc] = [b - c, a - c, a + b - 2 * c].map(Math.abs);
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/**
 * The colours used most, then the most used of every other part of the colour
 * space, so that a small red mark stays red; and for every colour the nearest.
 * @param {Map<number, number>} counts
 */
function palette(counts) {
  const byUse = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const kept = byUse.slice(0, 96);
  const partOf = (colour) => colour & 0xe0e0e0;
  const parts = new Set();
  for (const isFine of [false, true]) {
    for (const colour of byUse) {
      const part = isFine ? colour & 0xf0f0f0 : partOf(colour);
      if (kept.length === 256) break;
      if (parts.has(`${isFine}${part}`) || kept.includes(colour)) continue;
      parts.add(`${isFine}${part}`);
      kept.push(colour);
    }
  }
  const nearest = new Map(kept.map((colour, at) => [colour, at]));
  for (const colour of counts.keys()) if (!nearest.has(colour)) nearest.set(colour, closest(colour, kept));
  return { kept, nearest };
}

function closest(colour, kept) {
  let best = 0;
  let least = Infinity;
  for (const [at, one] of kept.entries()) {
    const distance = [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((colour >> shift) & 255)) ** 2, 0);
    if (distance < least) [best, least] = [at, distance];
  }
  return best;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** @param {Buffer} png @param {string} path */
export async function toPalette(png, path) {
  const { width, height, depth, pixels } = read(png);
  const counts = new Map();
  const colourAt = (at) => (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
  for (let at = 0; at < pixels.length; at += depth) counts.set(colourAt(at), (counts.get(colourAt(at)) ?? 0) + 1);
  const { kept, nearest } = palette(counts);
  const raw = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) raw[y * (width + 1) + 1 + x] = nearest.get(colourAt((y * width + x) * depth));
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(kept.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  writeFileSync(path, Buffer.concat([HEAD, chunk("IHDR", head), chunk("PLTE", colours), chunk("IDAT", deflateSync(raw, { level: 9 })), chunk("IEND", Buffer.alloc(0))]));
}
