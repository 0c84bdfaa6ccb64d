// Forecasts as they are asked for. What they look back on is read from the log when somebody first asks.
import { answerForecast } from '../../../shared/domain/forecast/forecast-answer.ts'
import { createKeptDeals } from '../../../shared/domain/forecast/kept-deals.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import type { ForecastAnswer, ForecastPeriod } from '../../../shared/wire/forecast.ts'
import type { Clock } from '../clock.ts'
import { createDealBook } from '../fold/deal-book.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { Log } from '../store/log.ts'
import type { Turns } from '../turns.ts'

export interface ForecastDesk {
  /** `team`: one of `teams`, those that the caller may ask for; null is the whole floor. */
  answer(team: string | null, period: ForecastPeriod, teams: ForecastAnswer['teams']): ForecastAnswer
  close(): Promise<void>
}

interface ForecastDeskParts {
  readonly floor: Pick<LiveFloor, 'numbers' | 'isHistoryComing'>
  readonly log: Pick<Log, 'factsOf' | 'onCommit'>
  readonly turns: Turns
  readonly clock: Clock
  readonly onError: (what: string, error: unknown) => void
}

/** Years are looked through for one: whoever asks again within a minute gets the same. */
const goodForMs = 60_000

interface Known {
  readonly at: number
  readonly model: Numbers['model']
  readonly answer: ForecastAnswer
}

export const openForecastDesk = ({ floor, log, turns, clock, onError }: ForecastDeskParts): ForecastDesk => {
  const known = new Map<string, Known>()
  const book = createDealBook({
    deals: createKeptDeals(),
    log,
    sources: () =>
      floor
        .numbers()
        .engine.sources.entries()
        .map(([source]) => source),
    turns,
    onRead: () => known.clear(),
    onError,
  })
  log.onCommit(book.take)

  return {
    answer: (team, period, teams) => {
      const numbers = floor.numbers()
      const ms = clock.now()
      const key = JSON.stringify([team, period])
      const last = known.get(key)
      if (last?.model === numbers.model && ms >= last.at && ms < last.at + goodForMs)
        return { ...last.answer, teams }
      const answer = answerForecast(numbers, {
        team,
        period,
        teams,
        deals: book.deals(),
        isHistoryComing: floor.isHistoryComing(),
        ms,
      })
      // What only waits is asked for again soon.
      if (answer.why !== 'reading deals' && answer.why !== 'history coming')
        known.set(key, { at: ms, model: numbers.model, answer })
      return answer
    },
    close: () => book.close(),
  }
}
