/** Whether all pixels are the same, of four bytes each. A picture without pixels is not. */
export function isOneColour(pixels: Uint8Array): boolean {
  if (pixels.length < 4) return false
  for (let at = 4; at < pixels.length; at += 1) if (pixels[at] !== pixels[at - 4]) return false
  return true
}
