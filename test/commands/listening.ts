import type { Terminal } from '../../main/commands/options.ts'

/** A terminal that nobody watches, and what is written on it. `ask`: somebody who answers. */
export const listening = (ask?: Terminal['ask']) => {
  const written = { out: '', err: '' }
  const terminal: Terminal = {
    out: (text) => {
      written.out += text
    },
    err: (text) => {
      written.err += text
    },
    watched: false,
    ...(ask && { ask }),
  }
  return { written, terminal }
}
