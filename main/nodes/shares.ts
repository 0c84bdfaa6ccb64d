// Which node takes a floor that nobody owns: each node works it out by itself, and alike, by rendezvous hashing (Thaler and
// Ravishankar 1998). A node that comes or goes moves its own floors only.
import { createHash } from 'node:crypto'

const weight = (node: number, floor: number): bigint =>
  createHash('sha1').update(`${node} ${floor}`).digest().readBigUInt64BE()

/** `nodes` is not empty. */
export const nodeFor = (floor: number, nodes: readonly number[]): number =>
  nodes.reduce((best, node) => (weight(node, floor) > weight(best, floor) ? node : best))
