// A thread that unpacks one sheet and ends: whatever a workbook does to memory and time, it does here.
import '../older-node.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { SourceTrouble } from '../connectors/source-trouble.ts'
import { CsvProblem } from '../ingest/csv/csv-problem.ts'
import { SheetJob, type SheetSaid } from './sheet-said.ts'
import { unpackSheet } from './unpack-sheet.ts'

const say = (said: SheetSaid): void => parentPort?.postMessage(said)

const run = async (): Promise<void> => {
  try {
    await unpackSheet(SheetJob.parse(workerData))
    say({ kind: 'unpacked' })
  } catch (error) {
    if (error instanceof CsvProblem) return say({ kind: 'problem', message: error.message })
    if (error instanceof SourceTrouble) return say({ kind: 'trouble', message: error.message })
    throw error
  }
}

void run()
