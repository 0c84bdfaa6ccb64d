import type { LineError } from '../feed/floor-file/located-yaml.ts'
import type { NameAt } from './entry-names.ts'
import type { Terminal } from './options.ts'

const nobody: NameAt = () => null

/** One line each, in the form that editors jump to: `floor.yaml:12: people[3].team (Ana Ruiz) …`. */
export const writeLineErrors = (
  file: string,
  errors: readonly LineError[],
  terminal: Terminal,
  nameAt: NameAt = nobody,
): void => {
  for (const { line, path, message } of errors) {
    const name = nameAt(path)
    terminal.err(`${file}:${line}: ${path || 'the file'}${name === null ? '' : ` (${name})`} ${message}\n`)
  }
}
