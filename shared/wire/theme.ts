// A wall's colours.
import { z } from 'zod'

/** `night` for most rooms, `day` for bright ones, `high-contrast` for people who need the most contrast. */
export const Theme = z.enum(['night', 'day', 'high-contrast'])
export type Theme = z.infer<typeof Theme>

/** sRGB in six hexadecimal digits, as in CSS. */
export const Colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #1a73e8')
  .transform((text) => text.toLowerCase())
