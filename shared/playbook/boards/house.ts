// Boards of no folder: an announcement for everybody, thanks between colleagues, and the wall out of hours.
import type { Shape } from '../shape.ts'
import type { BoardEntry } from './playbook-board.ts'

export const announcementId = 'house-announcement'
export const thanksId = 'house-thanks'
export const calmId = 'house-after-hours'

export const houseBoards = ({ roles }: Shape): readonly BoardEntry[] => [
  {
    id: announcementId,
    kind: 'announcement',
    title: 'Welcome to the wall',
    text: [
      'Everybody stands beside **their own** goal here.',
      '',
      '- The mornings ask: are we doing the work?',
      '- The afternoons: what comes of it?',
      '- Something wrong or missing? Tell your lead',
    ].join('\n'),
  },
  { id: thanksId, kind: 'thanks', title: 'Thank you' },
  {
    id: calmId,
    kind: 'calm',
    title: 'After hours',
    metrics: roles.map((role) => ({ metric: role === 'ae' ? 'meetings-held' : 'dials' })),
    result: { metric: roles.includes('ae') ? 'bookings' : 'sourced-pipeline', window: 'quarter' },
  },
]
