// What the shell has to say goes to standard error as JSON lines, where the supervisor keeps it. Written at once: the
// line before a crash is the one that is wanted.
import { writeSync } from 'node:fs'

type Detail = Readonly<Record<string, unknown>>

export interface Journal {
  info(message: string, detail?: Detail): void
  warn(message: string, detail?: Detail): void
  error(message: string, detail?: Detail): void
}

export function openJournal(): Journal {
  const write =
    (level: string) =>
    (message: string, detail: Detail = {}) => {
      const line = JSON.stringify({ at: new Date().toISOString(), level, message, ...detail })
      try {
        writeSync(2, `${line}\n`)
      } catch {
        // Nobody reads it any more, or not fast enough: a wall does not stop over that.
      }
    }
  return { info: write('info'), warn: write('warn'), error: write('error') }
}
