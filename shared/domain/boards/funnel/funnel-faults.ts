// What a funnel needs: stages to come through, and a window that has one before it.
import type { FunnelBoard } from '../../../wire/boards/funnel-board.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { parseWindow } from '../../../wire/window.ts'
import type { FloorFault } from '../../floor-file/floor-fault.ts'

/** `path` leads to the board. */
export const funnelFaults = (
  { window }: FunnelBoard,
  { floor }: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => {
  const kind = parseWindow(window)?.kind
  const windowFaults =
    kind === 'period' || kind === 'last'
      ? []
      : [
          {
            path: [...path, 'window'],
            message: 'has no window before it; a funnel takes a period such as "quarter", or "last 28 days"',
          },
        ]
  const stageFaults =
    floor.stages.length > 0
      ? []
      : [{ path: [...path, 'kind'], message: 'is a funnel of stages; list them under floor.stages' }]
  return [...stageFaults, ...windowFaults]
}
