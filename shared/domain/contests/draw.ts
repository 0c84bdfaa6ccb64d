// A raffle that anybody can check: who wins follows from a seed, of which the hash is shown before anything is drawn.

export interface Holder {
  readonly id: string
  /** A whole number, 0 or more. */
  readonly tickets: number
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export type Sha256 = (text: string) => string

/**
 * The winners in the order in which they are drawn, each at most once: fewer than were asked for where fewer hold tickets.
 * Tickets are numbered from 0, holder after holder in the order of their ids by code units. The ticket of draw k, from 1, is
 * SHA-256 of "seed:k", as a number, modulo the tickets of those who have not won yet.
 */
export const drawWinners = (
  holders: readonly Holder[],
  seed: string,
  draws: number,
  sha256: Sha256,
): readonly string[] => {
  let left = holders
    .filter(({ tickets }) => tickets > 0)
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const winners: string[] = []
  for (let draw = 1; draw <= draws && left.length > 0; draw += 1) {
    const all = left.reduce((sum, { tickets }) => sum + tickets, 0)
    let ticket = Number(BigInt(`0x${sha256(`${seed}:${draw}`)}`) % BigInt(all))
    const winner = left.find(({ tickets }) => {
      ticket -= tickets
      return ticket < 0
    })
    if (winner === undefined) break
    winners.push(winner.id)
    left = left.filter(({ id }) => id !== winner.id)
  }
  return winners
}
