// The chain of each role, from what is in its people's hands to what they are measured by.
import type { z } from 'zod'
import type { Formula } from '../wire/formula.ts'
import { groupsOf } from './groups.ts'
import type { Shape } from './shape.ts'

type FormulaEntry = z.input<typeof Formula>

export const formulasOf = (shape: Shape): readonly FormulaEntry[] => {
  const { ae, sdr } = groupsOf(shape)
  return [
    ...ae.map(({ role }) => ({
      id: role.id,
      role: role.id,
      steps: [
        'meetings-held',
        'new-opportunities',
        { metric: 'new-pipeline', open: 'closing-this-quarter' },
        { metric: 'bookings', rate: 'value-win-rate' },
      ],
    })),
    ...sdr.map(({ role }) => ({
      id: role.id,
      role: role.id,
      steps: ['dials', 'conversations', 'meetings-booked', 'opportunities-accepted'],
    })),
  ]
}
