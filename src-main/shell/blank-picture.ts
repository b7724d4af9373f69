/** Whether a picture has a single colour, or is empty. @param pixels four bytes each */
export function isBlankPicture(pixels: Uint8Array): boolean {
  const { buffer, byteOffset, byteLength } = pixels;
  const view = new DataView(buffer, byteOffset, byteLength - (byteLength % 4));
  for (let at = 4; at < view.byteLength; at += 4) {
    if (view.getUint32(at) !== view.getUint32(0)) return false;
  }
  return true;
}
