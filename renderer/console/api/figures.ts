// Every number of a board, and one of them with the facts behind it. Both are asked for anew each time somebody looks.
import { queryOptions } from '@tanstack/react-query'
import { DoubtTaken, type NewDoubt } from '../../../shared/wire/doubts.ts'
import { BoardFiguresAnswer, FigureAnswer } from '../../../shared/wire/figures.ts'
import { request } from './request.ts'

const fresh = { staleTime: 0, gcTime: 0 }

const addressOf = (board: string): string => `/boards/${encodeURIComponent(board)}/figures`

export const figuresQuery = (board: string) =>
  queryOptions({
    queryKey: ['figures', board],
    queryFn: ({ signal }) => request(BoardFiguresAnswer, addressOf(board), { signal }),
    ...fresh,
  })

export const figureQuery = (board: string, figure: string, lines: number) =>
  queryOptions({
    queryKey: ['figures', board, figure, lines],
    queryFn: ({ signal }) =>
      request(FigureAnswer, `${addressOf(board)}/${encodeURIComponent(figure)}?lines=${lines}`, { signal }),
    ...fresh,
  })

/** Where the facts behind a figure of a board are, for a spreadsheet. */
export const figureFactsAddress = (board: string, figure: string): string =>
  `/api/v1${addressOf(board)}/${encodeURIComponent(figure)}/facts.csv`

/** "This looks wrong": managers read it. */
export const sendDoubt = async (doubt: NewDoubt): Promise<void> => {
  await request(DoubtTaken, '/doubts', { method: 'POST', json: doubt })
}
