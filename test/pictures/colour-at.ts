import type { PNG } from 'pngjs'

/** The colour of a picture's pixel, as #rrggbb. */
export const colourAt = (picture: PNG, { x, y }: { readonly x: number; readonly y: number }): string => {
  const from = (Math.round(y) * picture.width + Math.round(x)) * 4
  return `#${[...picture.data.subarray(from, from + 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
