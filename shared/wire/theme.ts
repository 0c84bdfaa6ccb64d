// How a wall is coloured.
import { z } from 'zod'

/** `night` for rooms like most, `day` for bright ones, `high-contrast` for those who need the most of it. */
export const Theme = z.enum(['night', 'day', 'high-contrast'])
export type Theme = z.infer<typeof Theme>

/** sRGB, as style sheets write it. */
export const Colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #1a73e8')
  .transform((text) => text.toLowerCase())
