// SPDX-License-Identifier: MIT
//
// pixels.mjs: the colours in a PNG that a browser made: 8 bits a channel, RGB or RGBA, not interlaced.
import zlib from "node:zlib";

const SIGNATURE = 8;

/** { width, height, at(x, y): [red, green, blue] } */
export function decodePng(png) {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const [depth, colour, , , interlace] = png.subarray(24, 29);
  const channels = { 2: 3, 6: 4 }[colour];
  if (depth !== 8 || !channels || interlace !== 0) throw new Error(`a PNG of depth ${depth}, colour type ${colour}`);

  const compressed = [];
  for (let at = SIGNATURE; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    if (type === "IDAT") compressed.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const filtered = zlib.inflateSync(Buffer.concat(compressed));

  const stride = width * channels;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = filtered[y * (stride + 1)];
    const line = filtered.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1));
    const here = y * stride;
    for (let x = 0; x < stride; x += 1) {
      const left = x >= channels ? pixels[here + x - channels] : 0;
      const up = y > 0 ? pixels[here + x - stride] : 0;
      const upLeft = y > 0 && x >= channels ? pixels[here + x - stride - channels] : 0;
      pixels[here + x] = line[x] + predicted(filter, left, up, upLeft);
    }
  }
  return {
    width,
    height,
    at: (x, y) => {
      const start = y * stride + x * channels;
      return [pixels[start], pixels[start + 1], pixels[start + 2]];
    },
  };
}

/** https://www.w3.org/TR/png/#9Filters */
function predicted(filter, left, up, upLeft) {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const guess = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((one) => Math.abs(guess - one));
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}
