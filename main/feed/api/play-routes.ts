// What screens have shown, by day: for consoles as JSON, for spreadsheets as CSV.
import type { FastifyInstance } from 'fastify'
import Papa from 'papaparse'
import { z } from 'zod'
import { PlaysAnswer } from '../../../shared/wire/screens.ts'
import { PlainDate, Slug } from '../../../shared/wire/text.ts'
import { guarded } from '../ingest/csv/formula-guard.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { routeSchema } from './route-schema.ts'

const PlaysQuery = z.strictObject({
  screen: Slug.optional(),
  from: PlainDate.optional(),
  to: PlainDate.optional(),
  /** A query, not a header: so that a link downloads it. */
  format: z.enum(['json', 'csv']).default('json'),
})

const queryOf = (query: unknown): z.infer<typeof PlaysQuery> => {
  const parsed = PlaysQuery.safeParse(query)
  if (parsed.success) return parsed.data
  throw new ApiError(
    'bad-query',
    'There are four parameters: screen (an id), from and to (dates such as 2026-11-20), and format (json or csv).',
  )
}

/** An id has no letters that a file's name may not have. */
const fileName = (screen: string | null): string => (screen === null ? 'plays.csv' : `plays-${screen}.csv`)

export const playRoutes =
  ({ floor, plays }: ApiParts) =>
  async (app: FastifyInstance): Promise<void> => {
    /** With names beside the ids, which a spreadsheet has nowhere else. */
    const csvOf = ({ days }: PlaysAnswer): string => {
      const { screens, boards } = floor.current().file
      const screenNames = new Map(screens.map(({ id, name }) => [id, name]))
      const titles = new Map(boards.map(({ id, title }) => [id, title]))
      const rows = days.map(({ day, screen, board, times, ms }) => [
        day,
        screen,
        guarded(screenNames.get(screen) ?? ''),
        board,
        guarded(titles.get(board) ?? ''),
        String(times),
        String(Math.round(ms / 1000)),
      ])
      const header = ['day', 'screen', 'screen_name', 'board', 'board_title', 'times', 'seconds']
      return `${Papa.unparse([header, ...rows])}\r\n`
    }

    app.get(
      '/api/v1/plays',
      {
        schema: routeSchema('What each screen has shown, by day', {
          query: PlaysQuery,
          answer: PlaysAnswer,
          produces: ['application/json', 'text/csv'],
        }),
      },
      async (request, reply) => {
        const { screen = null, from = null, to = null, format } = queryOf(request.query)
        const answer: PlaysAnswer = { days: [...plays.shown({ screen, from, to })] }
        if (format === 'json') return answer
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="${fileName(screen)}"`)
          .send(csvOf(answer))
      },
    )
  }
