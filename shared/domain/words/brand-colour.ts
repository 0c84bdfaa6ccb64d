// A floor's own colours. Text is drawn in them, so they must be readable on the theme from across the room.
import { clampChroma, converter, formatHex, wcagContrast } from 'culori'
import type { Theme } from '../../wire/theme.ts'

/** The contrast of all text on a wall: level AAA of WCAG 2.2. */
export const leastContrast = 7

/** The backgrounds of text in a brand's colour: `--night`, `--dusk` and `--glow` of each theme. */
export const grounds: Readonly<Record<Theme, readonly string[]>> = {
  night: ['#080c17', '#0c1223', '#16244d'],
  day: ['#e8edf7', '#f3f6fc', '#dfe9ff'],
  'high-contrast': ['#000000'],
}

/** The lowest contrast of a colour with the theme's backgrounds, 1 to 21, as WCAG 2.2 defines it. */
export const contrastOn = (theme: Theme, colour: string): number =>
  Math.min(...grounds[theme].map((ground) => wcagContrast(ground, colour)))

const toOklch = converter('oklch')

/** The same hue at another lightness (OKLCH, 0 to 1), with as much chroma as sRGB has there. */
const atLightness = (colour: string, lightness: number): string => {
  const { c = 0, h = 0 } = toOklch(colour) ?? {}
  return formatHex(clampChroma({ mode: 'oklch', l: lightness, c, h }, 'oklch')) ?? colour
}

/** How many lightnesses are tried; the eye sees no difference between two neighbours. */
const steps = 512

/** `colour` if it is readable on the theme, else the nearest readable one of its hue: lighter on dark, darker on light. */
export const nearestReadable = (theme: Theme, colour: string): string => {
  if (contrastOn(theme, colour) >= leastContrast) return colour
  const towards = theme === 'day' ? -1 : 1
  const from = Math.round((toOklch(colour)?.l ?? 0) * steps)
  for (let at = from; at >= 0 && at <= steps; at += towards) {
    const candidate = atLightness(colour, at / steps)
    if (contrastOn(theme, candidate) >= leastContrast) return candidate
  }
  return theme === 'day' ? '#000000' : '#ffffff'
}
