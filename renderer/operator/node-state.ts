import type { OperatorNode } from '../../shared/wire/operator.ts'

/** `late`: not heard of by the database; `silent`: it beats, and does not answer the node that was asked. */
export type NodeState = 'late' | 'silent' | 'serving' | 'draining' | 'starting'

/** A node beats twice a second, and is taken for gone after three. */
const lateBeatMs = 1500
/** From here on times of facts are wrong enough to be seen. */
const wrongClockMs = 250

export const nodeStateOf = ({ beatAgeMs, report }: OperatorNode): NodeState => {
  if (beatAgeMs > lateBeatMs) return 'late'
  return report === null ? 'silent' : report.stage
}

export const isClockWrong = ({ report }: OperatorNode): boolean =>
  report !== null && Math.abs(report.clockAheadMs) > wrongClockMs

export const nodeNeedsALook = (node: OperatorNode): boolean => {
  const state = nodeStateOf(node)
  return state === 'late' || state === 'silent' || isClockWrong(node)
}
