// The kiosk's log: JSON lines on standard error, which a supervisor keeps, and in a file. They are written synchronously, so
// that the last line before a crash is not lost.
import { writeSync } from 'node:fs'

type Detail = Readonly<Record<string, unknown>>

export interface Journal {
  info(message: string, detail?: Detail): void
  warn(message: string, detail?: Detail): void
  error(message: string, detail?: Detail): void
}

export interface OpenJournal extends Journal {
  /** From now on lines go there too. */
  keepIn(file: (line: string) => void): void
}

export function openJournal(): OpenJournal {
  let file: (line: string) => void = () => undefined
  const write =
    (level: string) =>
    (message: string, detail: Detail = {}) => {
      const line = JSON.stringify({ at: new Date().toISOString(), level, message, ...detail })
      try {
        writeSync(2, `${line}\n`)
      } catch {
        // Nobody reads standard error, or not fast enough: the wall goes on without it.
      }
      file(line)
    }
  return {
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    keepIn(next) {
      file = next
    },
  }
}

/** The same journal, with these words in every line. */
export function withDetail(journal: Journal, always: Detail): Journal {
  return {
    info: (message, detail) => journal.info(message, { ...always, ...detail }),
    warn: (message, detail) => journal.warn(message, { ...always, ...detail }),
    error: (message, detail) => journal.error(message, { ...always, ...detail }),
  }
}
