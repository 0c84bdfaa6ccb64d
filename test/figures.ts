// What a proof has measured, in words: on the screen, and in the table of `npm run prove`.
import { appendFileSync } from 'node:fs'

export const sayFigures = (figures: string): void => {
  console.info(figures)
  const file = process.env['FLOORBOARD_FIGURES']
  if (file) appendFileSync(file, `${figures}\n`)
}
