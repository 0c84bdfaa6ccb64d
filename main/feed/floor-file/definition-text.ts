// What a metric counts, as the floor file has it.
import type { Metric } from '../../../shared/wire/floor.ts'
import { printFlow } from './rewrite/print-value.ts'

/** In one line. */
export const definitionText = (of: Metric['of']): string =>
  printFlow(of, undefined, { json: false, indentSeq: true, lineBreak: '\n' })
