// Links to one board's explanations, for whoever stands before it and has not signed in. They say nothing by themselves: a
// link is a signature of the board and of the day on which it ends, so that it is short enough for a small code, and one
// that was guessed opens nothing.
import { createHmac } from 'node:crypto'

/** 96 bits, in 16 letters. */
const letters = 16

/** Days for which a link of today opens its board. */
export const linkDays = 7

export interface BoardLinks {
  /** `day`: the floor's date, in days since 1970-01-01. */
  of(board: string, day: number): string
  /** Which of these boards a link opens on a day; null where it opens none, or none any more. */
  read(link: string, boards: readonly string[], day: number): string | null
}

export const createBoardLinks = (key: Buffer): BoardLinks => {
  const known = new Map<number, Map<string, string>>()
  /** Of each day the links are made once: they are few, and are asked for with every page. */
  const sign = (board: string, until: number): string => {
    const day = known.get(until) ?? new Map<string, string>()
    known.set(until, day)
    const made =
      day.get(board) ??
      createHmac('sha256', key).update(`how ${until} ${board}`).digest('base64url').slice(0, letters)
    day.set(board, made)
    return made
  }
  const forgetBefore = (day: number): void => {
    for (const until of known.keys()) if (until < day) known.delete(until)
  }
  return {
    of: (board, day) => sign(board, day + linkDays),
    read: (link, boards, day) => {
      if (link.length !== letters) return null
      forgetBefore(day)
      for (let until = day; until <= day + linkDays; until += 1)
        for (const board of boards) if (sign(board, until) === link) return board
      return null
    },
  }
}
