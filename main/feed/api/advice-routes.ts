// The check against wallpaper of a playlist, and how often its boards come round.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { playlistAdvice, staleDays } from '../../../shared/domain/screens/playlist-advice.ts'
import { boardsInLap, lapSeconds } from '../../../shared/domain/screens/playlist-lap.ts'
import { isForTheFloor } from '../../../shared/domain/screens/screen-stage.ts'
import { AdviceAnswer } from '../../../shared/wire/advice.ts'
import type { FloorFile, Metric, Playlist } from '../../../shared/wire/floor.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import type { Editing } from './editing.ts'
import { routeSchema } from './route-schema.ts'

const Params = z.object({ id: z.string() })

const dayMs = 86_400_000
const silentDays = 14
/** People on a page of a wall of the usual size. */
const rowsOfPage = 10

/** Counts and sums of what happened: of others, nothing in a window is no sign of silence. */
const countsWhatHappened = ({ of }: Metric): boolean =>
  'from' in of &&
  (of.measure === 'count' || (typeof of.measure === 'object' && 'sum' in of.measure)) &&
  (of.date === 'at' || of.date === 'createdAt' || of.date === 'closedAt')

export const adviceRoutes =
  ({ floor, clock }: ApiParts, { history }: Editing) =>
  async (app: FastifyInstance): Promise<void> => {
    const isSilent =
      ({ metrics }: FloorFile) =>
      (id: string): boolean => {
        const metric = metrics.find((each) => each.id === id)
        // While a source still sends its past, silence says nothing.
        if (floor.isHistoryComing()) return false
        if (metric === undefined || !countsWhatHappened(metric)) return false
        const window = { kind: 'last', days: silentDays } as const
        const question = { metric: id, window, by: 'org', at: clock.now(), team: null, role: null }
        const answer = floor.queryMetric(question)
        return 'rows' in answer && answer.rows.every(({ value }) => value === 0 || value === null)
      }
    const pages = (board: string): number => {
      const view = floor.boardView(board)
      const rows = 'rows' in view ? Object.keys(view.rows).length : 1
      return Math.max(1, Math.ceil(rows / rowsOfPage))
    }
    const unchangedDays = async ({ id, items }: Playlist): Promise<number | null> => {
      const boards = items.map(({ board }) => board)
      const since = clock.now() - staleDays * dayMs
      const last = await history.lastTouch(since, ({ list, key }) =>
        list === 'playlists' ? key === id : list === 'boards' && boards.includes(key),
      )
      return last === null ? null : (clock.now() - last) / dayMs
    }

    app.get(
      '/api/v1/playlists/:id/advice',
      {
        schema: routeSchema('What would make a playlist more than wallpaper', {
          params: Params,
          answer: AdviceAnswer,
        }),
      },
      async (request): Promise<z.infer<typeof AdviceAnswer>> => {
        const { id } = Params.parse(request.params)
        const { version, file } = floor.current()
        const playlist = file.playlists.find((each) => each.id === id)
        if (playlist === undefined) throw new ApiError('not-found', `The floor has no playlist "${id}".`)
        const onFloor = new Set(file.boards.filter(isForTheFloor).map((board) => board.id))
        const isShown = (board: string): boolean => onFloor.has(board)
        const facts = { isSilent: isSilent(file), unchangedDays: await unchangedDays(playlist), pages }
        return {
          version,
          lapSeconds: lapSeconds(playlist.items.filter(({ board }) => isShown(board))),
          boards: [...boardsInLap(playlist.items, isShown)],
          advice: [...playlistAdvice(file, playlist, facts)],
        }
      },
    )
  }
