import type { OperatorFloor, OperatorNode } from '../../shared/wire/operator.ts'

/** `opening`: its node answers, and does not have it open yet. */
export type FloorState = 'well' | 'opening' | 'closed' | 'nobodys' | 'silent' | 'ill'

export const stateOf = (
  { closed, node, live }: OperatorFloor,
  nodes: readonly OperatorNode[],
): FloorState => {
  if (closed !== null) return 'closed'
  if (node === null) return 'nobodys'
  if (live !== null) return live.healthy ? 'well' : 'ill'
  return nodes.some(({ id, report }) => id === node.id && report !== null) ? 'opening' : 'silent'
}

export const needsALook = (state: FloorState): boolean => state !== 'well' && state !== 'opening'
