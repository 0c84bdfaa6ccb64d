// What a board says in one sentence: its biggest letters, in the place of its title.
import type { Alarm } from './alarm.ts'

export interface BoardAnswer {
  /** "Behind.", "34"; in the colour of `alarm`. */
  readonly word: string
  readonly alarm: Alarm | undefined
  /** "$650K to go.", "loose ends"; empty where the word says all of it. */
  readonly rest: string
}
