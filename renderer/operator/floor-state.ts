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

export interface SeenFloor {
  readonly floor: OperatorFloor
  readonly state: FloorState
}

/** Those whose name has the word, and of these the ones that need a look first; else in the order in which they came. */
export const floorsFound = (
  floors: readonly OperatorFloor[],
  nodes: readonly OperatorNode[],
  word: string,
): readonly SeenFloor[] => {
  const wanted = word.trim().toLowerCase()
  const seen = floors
    .filter(({ name }) => name.includes(wanted))
    .map((floor) => ({ floor, state: stateOf(floor, nodes) }))
  return [...seen.filter(({ state }) => needsALook(state)), ...seen.filter(({ state }) => !needsALook(state))]
}
