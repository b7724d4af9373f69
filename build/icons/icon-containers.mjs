// The icon file formats of Windows and macOS. Both just contain PNGs with their sizes.

/**
 * Windows: a directory of images, then the images.
 * https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10); PNGs in it since Windows Vista.
 * @param {ReadonlyMap<number, Buffer>} pngs by their width in pixels, 256 at most
 */
export function toIco(pngs) {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2); // 1: an icon
  header.writeUInt16LE(pngs.size, 4);
  let offset = header.length + pngs.size * 16;
  const entries = [...pngs].map(([width, png]) => {
    const entry = Buffer.alloc(16);
    entry.writeUInt8(width % 256, 0); // 0 stands for 256
    entry.writeUInt8(width % 256, 1);
    entry.writeUInt16LE(1, 4); // colour planes
    entry.writeUInt16LE(32, 6); // bits of a pixel
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...pngs.values()]);
}

/**
 * macOS: the pixel width of each icon type. Omits 16 and 32 at normal resolution: macOS sometimes renders PNGs there
 * wrongly, and derives them from the larger ones. https://en.wikipedia.org/wiki/Apple_Icon_Image_format
 */
export const icnsWidths = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 };

/** @param {ReadonlyMap<number, Buffer>} pngs by their width in pixels, each of `icnsWidths` among them */
export function toIcns(pngs) {
  const pictures = Object.entries(icnsWidths).map(([type, width]) => chunk(type, pngs.get(width) ?? Buffer.alloc(0)));
  return chunk("icns", Buffer.concat(pictures));
}

/** Four letters, the length with its own eight bytes, the content. @param {string} type @param {Buffer} content */
function chunk(type, content) {
  const header = Buffer.alloc(8);
  header.write(type, "latin1");
  header.writeUInt32BE(header.length + content.length, 4);
  return Buffer.concat([header, content]);
}
