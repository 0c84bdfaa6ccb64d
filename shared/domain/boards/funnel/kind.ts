import type { BoardRules } from '../board-rules.ts'
import { funnelFaults } from './funnel-faults.ts'
import { createFunnelView } from './funnel-view.ts'

export const funnel: BoardRules<'funnel'> = { createView: createFunnelView, faults: funnelFaults }
