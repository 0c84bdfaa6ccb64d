import type { BoardRules } from '../board-rules.ts'
import { announcementFaults } from './announcement-faults.ts'
import { createAnnouncementView } from './announcement-view.ts'
import { announcementOnPaper } from './on-paper.ts'

export const announcement: BoardRules<'announcement'> = {
  createView: createAnnouncementView,
  faults: announcementFaults,
  figures: () => [],
  onPaper: announcementOnPaper,
}
