// Says how far a floor is copied: one of years takes minutes, in which it is to be seen that something happens.
import type { Terminal } from './options.ts'

const sayEvery = 100_000

/** To be called with how many entries are copied by now. */
export const copiedWords = ({ err }: Terminal): ((entries: number) => void) => {
  let nextAt = sayEvery
  return (entries) => {
    if (entries < nextAt) return
    err(`${entries.toLocaleString('en')} entries are copied …\n`)
    nextAt = (Math.floor(entries / sayEvery) + 1) * sayEvery
  }
}
