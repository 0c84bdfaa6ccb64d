// The shell's log on disk, for machines whose supervisor keeps none. Synchronous, so that the last line before a crash is
// not lost. It never grows beyond four files.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const mostBytes = 1_000_000
/** Beside the one that is written: `kiosk.log.1` is the latest of them. */
const older = 3

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

function rotate(path: string): void {
  for (let n = older - 1; n >= 0; n -= 1) {
    const from = n === 0 ? path : `${path}.${n}`
    if (sizeOf(from) > 0) renameSync(from, `${path}.${n + 1}`)
  }
}

/** A disk that takes nothing, or is not there, costs the line and nothing else. */
export function createLogFile(path: string): (line: string) => void {
  return (line) => {
    try {
      mkdirSync(dirname(path), { recursive: true })
      if (sizeOf(path) + line.length > mostBytes) rotate(path)
      appendFileSync(path, `${line}\n`, { mode: 0o600 })
    } catch {
      // Standard error still has it.
    }
  }
}
