// Makes a screenshot small: at most 256 colours, the most frequent ones, in an indexed PNG.

import { deflateSync, inflateSync } from 'node:zlib';

const MARK = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const COLOURS_MAX = 256;

function chunks(png) {
  const found = [];
  for (let at = MARK.length; at < png.length;) {
    const size = png.readUInt32BE(at);
    found.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + size) });
    at += size + 12;
  }
  return found;
}

/** The checksum of PNG, bit by bit. */
function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = [Buffer.alloc(4), Buffer.alloc(4)];
  ends[0].writeUInt32BE(data.length);
  ends[1].writeUInt32BE(crc32(body));
  return Buffer.concat([ends[0], body, ends[1]]);
}

/** The nearer of left, above and upper left to their plane. */
function paeth(left, above, corner) {
  const guess = left + above - corner;
  const [a, b, c] = [left, above, corner].map((value) => Math.abs(guess - value));
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

/** Pixels of an 8-bit RGB or RGBA picture, one number each. */
function pixels(png) {
  const all = chunks(png);
  const head = all[0].data;
  const [width, height, depth, kind] = [head.readUInt32BE(0), head.readUInt32BE(4), head[8], head[9]];
  if (depth !== 8 || ![2, 6].includes(kind)) throw new Error(`a PNG of kind ${kind}, ${depth} bits`);
  const step = kind === 2 ? 3 : 4;
  const raw = inflateSync(Buffer.concat(all.filter((c) => c.type === 'IDAT').map((c) => c.data)));
  const row = width * step;
  let before = Buffer.alloc(row);
  const found = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)];
    const line = Buffer.from(raw.subarray(y * (row + 1) + 1, (y + 1) * (row + 1)));
    for (let x = 0; x < row; x += 1) {
      const left = x >= step ? line[x - step] : 0;
      const corner = x >= step ? before[x - step] : 0;
      const guess = [0, left, before[x], (left + before[x]) >> 1, paeth(left, before[x], corner)][filter];
      line[x] = (line[x] + guess) & 255;
    }
    for (let x = 0; x < width; x += 1) found[y * width + x] = line.readUIntBE(x * step, 3);
    before = line;
  }
  return { width, height, found };
}

function distance(one, two) {
  const part = (colour, bits) => (colour >> bits) & 255;
  return [16, 8, 0].reduce((sum, bits) => sum + (part(one, bits) - part(two, bits)) ** 2, 0);
}

/** The same picture with a palette. */
export function small(png) {
  const { width, height, found } = pixels(png);
  const counts = new Map();
  for (const colour of found) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts].sort((a, b) => b[1] - a[1]).slice(0, COLOURS_MAX).map(([colour]) => colour);
  const known = new Map(palette.map((colour, at) => [colour, at]));
  const nearest = (colour) => {
    if (!known.has(colour)) {
      let best = 0;
      for (let at = 1; at < palette.length; at += 1) {
        if (distance(colour, palette[at]) < distance(colour, palette[best])) best = at;
      }
      known.set(colour, best);
    }
    return known.get(colour);
  };
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = nearest(found[y * width + x]);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((c) => [(c >> 16) & 255, (c >> 8) & 255, c & 255]));
  return Buffer.concat([MARK, chunk('IHDR', head), chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}
