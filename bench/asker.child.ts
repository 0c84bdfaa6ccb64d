// Asks one server the same question again and again over one connection, from the start message to the stop message.
import { Agent, request } from 'node:http'

export type AskerQuestion = { readonly port: number; readonly path: string } | 'stop'
export interface AskerAnswer {
  readonly count: number
  /** ms */
  readonly medianMs: number
  readonly longestMs: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 })
let asking: { readonly port: number; readonly path: string } | null = null
let waits: number[] = []
let ended: Promise<void> = Promise.resolve()

const ask = (port: number, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, agent }, (response) => {
      response.resume()
      response.once('end', resolve)
    })
      .once('error', reject)
      .end()
  })

const askOn = async (): Promise<void> => {
  while (asking !== null) {
    const startedAt = performance.now()
    await ask(asking.port, asking.path)
    waits.push(performance.now() - startedAt)
    // Not so often that the questions themselves are the load.
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

process.on('message', async (question: AskerQuestion) => {
  if (question !== 'stop') {
    waits = []
    asking = question
    ended = askOn()
    process.send?.('asking')
    return
  }
  asking = null
  // Else the one that still waits would go on beside the next one, each in the other's way.
  await ended
  const sorted = [...waits].sort((one, other) => one - other)
  const answer: AskerAnswer = {
    count: sorted.length,
    medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
    longestMs: sorted.at(-1) ?? 0,
  }
  process.send?.(answer)
})
