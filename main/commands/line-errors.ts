import type { LineError } from '../feed/floor-file/located-yaml.ts'
import type { Terminal } from './options.ts'

/** One line each, in the form that editors jump to: `floor.yaml:12: people[3].team …`. */
export const writeLineErrors = (file: string, errors: readonly LineError[], terminal: Terminal): void => {
  for (const { line, path, message } of errors)
    terminal.err(`${file}:${line}: ${path || 'the file'} ${message}\n`)
}
