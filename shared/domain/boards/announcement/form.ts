import type { BoardForm } from '../making/board-form.ts'

export const announcementForm: BoardForm<'announcement'> = {
  group: 'word',
  metrics: null,
  asks: ['text', 'countdown', 'scope'],
  listsPeople: false,
  goals: null,
}
