// A thread that works on one dropped file and ends: whatever the file does to memory and time, it does here.
import '../older-node.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { SourceTrouble } from '../connectors/source-trouble.ts'
import { CsvProblem } from '../ingest/csv/csv-problem.ts'
import { readRows } from './read-rows.ts'
import { FactsTaken, Outcome, type ThreadSaid, ThreadWork, Withdrawn } from './thread-said.ts'
import { unpackSheet } from './unpack-sheet.ts'

const say = (said: ThreadSaid): void => parentPort?.postMessage(said)

/** One at a time. */
const ask = (question: ThreadSaid): Promise<unknown> =>
  new Promise((resolve) => {
    parentPort?.once('message', resolve)
    say(question)
  })

const work = async (given: ThreadWork): Promise<ThreadSaid> => {
  if (given.kind === 'unpack') {
    await unpackSheet(given.job)
    return { kind: 'unpacked' }
  }
  const read = await readRows(given.job, {
    send: async (facts) => FactsTaken.parse(await ask({ kind: 'facts', facts: [...facts] })),
    withdraw: async (gone) => Withdrawn.parse(await ask({ kind: 'withdrawals', withdrawals: [...gone] })),
    end: async (run) => Outcome.parse(await ask({ kind: 'end', run })),
    onProgress: (share) => say({ kind: 'progress', share }),
  })
  return { kind: 'read', read }
}

const run = async (): Promise<void> => {
  try {
    say(await work(ThreadWork.parse(workerData.work)))
  } catch (error) {
    if (error instanceof CsvProblem) return say({ kind: 'problem', message: error.message })
    if (error instanceof SourceTrouble) return say({ kind: 'trouble', message: error.message })
    throw error
  }
}

void run()
