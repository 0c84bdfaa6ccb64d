// What a page's heap is made of, as its browser lists it.
import type { CDPSession } from '@playwright/test'
import { z } from 'zod'

/** Nodes are rows of one long list of numbers. */
const Snapshot = z.object({
  snapshot: z.object({
    meta: z.object({
      node_fields: z.array(z.string()),
      // Of the first field its possible values, of the others only a word.
      node_types: z.tuple([z.array(z.string())]).rest(z.unknown()),
    }),
  }),
  nodes: z.array(z.number()),
})

export const heapSnapshot = async (browserSays: CDPSession): Promise<string> => {
  const chunks: string[] = []
  const keep = ({ chunk }: { chunk: string }) => void chunks.push(chunk)
  browserSays.on('HeapProfiler.addHeapSnapshotChunk', keep)
  await browserSays.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  browserSays.off('HeapProfiler.addHeapSnapshotChunk', keep)
  return chunks.join('')
}

/** Bytecode, machine code and what comes with them. */
export const compiledBytes = (snapshot: string): number => {
  const { snapshot: head, nodes } = Snapshot.parse(JSON.parse(snapshot))
  const { node_fields: fields, node_types: types } = head.meta
  const code = types[0].indexOf('code')
  const size = fields.indexOf('self_size')
  let bytes = 0
  for (let row = 0; row < nodes.length; row += fields.length)
    if (nodes[row] === code) bytes += nodes[row + size] ?? 0
  return bytes
}
