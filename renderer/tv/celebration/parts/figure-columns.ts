// A figure taken apart for rolling: what stands still (signs, commas), and its digits, whichever the language writes.

export type Column =
  | { readonly kind: 'still'; readonly text: string }
  /** `digits`: all ten of its writing, from 0; `value`: the one that it ends on; `nth`: how many digits stand before it. */
  | {
      readonly kind: 'digit'
      readonly digits: readonly string[]
      readonly value: number
      readonly nth: number
    }

const digit = /\p{Nd}/u
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50]

/** The zero of the ten that a digit belongs to. */
const zeroOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  return zeros.find((zero) => code >= zero && code < zero + 10) ?? 0x30
}

interface TakenApart {
  /** Before and after everything between the first digit and the last, which reads from the left in every language. */
  readonly before: string
  readonly columns: readonly Column[]
  readonly after: string
}

export const takeApart = (figure: string): TakenApart => {
  const letters = [...figure]
  const first = letters.findIndex((letter) => digit.test(letter))
  const last = letters.findLastIndex((letter) => digit.test(letter))
  if (first === -1) return { before: figure, columns: [], after: '' }
  let nth = 0
  const columns = letters.slice(first, last + 1).map((letter): Column => {
    if (!digit.test(letter)) return { kind: 'still', text: letter }
    const zero = zeroOf(letter)
    const digits = Array.from({ length: 10 }, (_, value) => String.fromCodePoint(zero + value))
    nth += 1
    return { kind: 'digit', digits, value: (letter.codePointAt(0) ?? zero) - zero, nth: nth - 1 }
  })
  return { before: letters.slice(0, first).join(''), columns, after: letters.slice(last + 1).join('') }
}
