// A floor's own colours beside the theme's: words are drawn in them, so they must be read from across the room.
import { clampChroma, converter, formatHex, wcagContrast } from 'culori'
import type { Theme } from '../../wire/theme.ts'

/** As for all words on a wall (WCAG 2.2 asks this of its level AAA). */
export const leastContrast = 7

/** What a brand's words stand on, from one end to the other: `--night`, `--dusk` and `--glow` of each theme. */
export const grounds: Readonly<Record<Theme, readonly string[]>> = {
  night: ['#080c17', '#0c1223', '#16244d'],
  day: ['#e8edf7', '#f3f6fc', '#dfe9ff'],
  'high-contrast': ['#000000'],
}

/** The least contrast of a colour with a theme's grounds, 1 to 21, as WCAG 2.2 defines it. */
export const contrastOn = (theme: Theme, colour: string): number =>
  Math.min(...grounds[theme].map((ground) => wcagContrast(ground, colour)))

const toOklch = converter('oklch')

/** The same hue at another lightness (OKLCH, 0 to 1), with as much of its chroma as a screen can show. */
const atLightness = (colour: string, lightness: number): string => {
  const { c = 0, h = 0 } = toOklch(colour) ?? {}
  return formatHex(clampChroma({ mode: 'oklch', l: lightness, c, h }, 'oklch')) ?? colour
}

/** Steps of lightness that are tried; a step is less than an eye can tell. */
const steps = 512

/** `colour` where it can be read on the theme, else the nearest of its hue that can: lighter on dark, darker on light. */
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
