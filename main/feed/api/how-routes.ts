// What the small code at a board's foot opens, without signing in: the board's numbers, each with what it is made of, and
// nothing that the board itself does not show.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { boardsWithCode } from '../../../shared/domain/screens/boards-with-code.ts'
import { oldCode } from '../../../shared/domain/words/link-words.ts'
import { DoubtTaken } from '../../../shared/wire/doubts.ts'
import { ShownDoubt, ShownFigure, ShownFigures } from '../../../shared/wire/figures.ts'
import type { Board } from '../../../shared/wire/floor.ts'
import type { BoardLinks } from '../access/board-links.ts'
import { byOf } from '../access/principal.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { readBody, takeJsonOnly } from './json-body.ts'
import { createDoubtThrottle, keepDoubt } from './keep-doubt.ts'
import { routeSchema } from './route-schema.ts'
import { createShortCache } from './short-cache.ts'

const Link = z.object({ link: z.string().max(64) })
const FigureOfLink = Link.extend({ figure: z.string() })

/** A crowd with phones asks for the same; the numbers of a few seconds ago are right for all of them. */
const keptMs = 5000

/** Of what was shown, with a number that looks wrong. */
const mostShown = 100

interface HowParts extends Pick<ApiParts, 'floor' | 'explain' | 'clock' | 'doubts' | 'noteHowGuess'> {
  readonly boardLinks: Pick<BoardLinks, 'read'>
}

export const howRoutes =
  ({ floor, explain, clock, doubts, boardLinks, noteHowGuess: noteGuess }: HowParts) =>
  async (app: FastifyInstance): Promise<void> => {
    takeJsonOnly(app)
    const throttle = createDoubtThrottle(clock)
    const figures = createShortCache<ShownFigures>(clock, keptMs)
    const figure = createShortCache<ShownFigure>(clock, keptMs)

    const boardOf = (request: FastifyRequest): Board => {
      const { file } = floor.current()
      const { say, roster } = floor.numbers().model
      const noteKnown = noteGuess(request, say)
      const { link } = Link.parse(request.params)
      const boards = boardsWithCode(file.boards)
      const id = boardLinks.read(
        link,
        boards.map((board) => board.id),
        roster.floorZone.dayAt(clock.now()),
      )
      const board = boards.find((each) => each.id === id)
      if (board === undefined) throw new ApiError('link-gone', oldCode(say))
      noteKnown()
      return board
    }

    const floorWords = () => {
      const { name, locale, currency, timeZone } = floor.current().file.floor
      return { name, locale, currency, timeZone }
    }

    app.get(
      '/api/v1/how/:link',
      {
        schema: routeSchema('Every number of the board that a code on a wall opens', {
          params: Link,
          answer: ShownFigures,
        }),
      },
      async (request): Promise<ShownFigures> => {
        const board = boardOf(request)
        return await figures(`${floor.current().version} ${board.id}`, async () => ({
          floor: floorWords(),
          ...explain.shownBoard(board, clock.now()),
        }))
      },
    )
    app.get(
      '/api/v1/how/:link/figures/:figure',
      {
        schema: routeSchema('One number of that board, with the facts behind it', {
          params: FigureOfLink,
          answer: ShownFigure,
        }),
      },
      async (request): Promise<ShownFigure> => {
        const board = boardOf(request)
        const { figure: id } = FigureOfLink.parse(request.params)
        return await figure(`${floor.current().version} ${board.id} ${id}`, async () => {
          const answer = await explain.shownFigure({ board, figure: id, at: clock.now() })
          if ('code' in answer) throw new ApiError(answer.code, answer.message)
          return answer
        })
      },
    )
    app.post(
      '/api/v1/how/:link/doubts',
      {
        schema: routeSchema('Say that a number on a wall looks wrong: whoever runs the floor reads it', {
          params: Link,
          body: ShownDoubt,
          consumes: ['application/json'],
          answer: DoubtTaken,
        }),
      },
      async (request): Promise<DoubtTaken> => {
        const board = boardOf(request)
        const { id, figure: doubted, words } = readBody(ShownDoubt, request.body)
        const found = explain.doubted({ board, figure: doubted, at: clock.now() })
        if (found === null)
          throw new ApiError('unknown-figure', 'This number is not on the board any more: look again.')
        throttle(request)
        const shown = found.shown.slice(0, mostShown)
        const { at } = await keepDoubt(() =>
          doubts.add({ id, ...found.about, shown, words, board: board.id }, byOf(request.principal)),
        )
        return { id, at }
      },
    )
  }
