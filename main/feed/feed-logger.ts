import { type Logger, pino } from 'pino'

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** To standard error, since results go to standard output; quiet unless FLOORBOARD_LOG says otherwise. */
export const createFeedLogger = (level: string | undefined): Logger =>
  pino({ level: level !== undefined && levels.includes(level) ? level : 'warn' }, pino.destination(2))
