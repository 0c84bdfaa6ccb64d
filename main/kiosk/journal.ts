// What the shell has to say goes to standard error as JSON lines, where the supervisor keeps it. Written at once: the
// line before a crash is the one that is wanted.
import pino from 'pino'

export type Journal = pino.Logger

export function openJournal(): Journal {
  const destination = pino.destination({ dest: 2, sync: true })
  // Nobody reads it any more: a wall does not go dark over a closed terminal.
  destination.on('error', () => undefined)
  return pino({ name: 'kiosk', base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination)
}
