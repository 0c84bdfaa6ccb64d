// Ranges that forecasts gave on past days against what came, on the demo's simulated years and on a CRM export; beside them
// what run-rate alone would have given. A range of P10 to P90 is meant to hold eight of ten.

import { demoSeed } from '../main/feed/demo/demo-floor.ts'
import { type Forecast, type ForecastAsk, forecast } from '../shared/domain/forecast/forecast.ts'
import { demoFloors, exportFloors, type TriedFloor } from './forecast-floors.ts'
import { atMost, type BenchResult } from './result.ts'

export const name = 'Forecast: ranges against what came'

/** The same days whenever it runs. */
const openedAt = Date.UTC(2026, 10, 29, 12)
const demoDays = 730
const seeds = [demoSeed, 3]
/** What is known of a floor before the first forecast is tried. */
const leastKnownDays = 60
const [leastHeld, mostHeld] = [0.65, 0.95]

interface Tried {
  ranges: number
  held: number
  /** Sum over ranges, as a share of what came. */
  width: number
  off: number
}

type Only = Pick<ForecastAsk, 'only'>

const tried = (
  floors: readonly TriedFloor[],
  grain: 'month' | 'quarter',
  offset: number,
  only: Only,
): Tried => {
  const sum: Tried = { ranges: 0, held: 0, width: 0, off: 0 }
  const note = ({ range }: Forecast, came: number): void => {
    if (range === null || came <= 0) return
    sum.ranges += 1
    sum.held += range.p10 <= came && came <= range.p90 ? 1 : 0
    sum.width += (range.p90 - range.p10) / came
    sum.off += Math.abs(range.p50 - came) / came
  }
  for (const { first, end, pastOn } of floors) {
    const whole = pastOn(end, grain)
    for (let day = first + leastKnownDays; day < end; day += 7) {
      const past = pastOn(day, grain)
      const period = past.periodAt(day, offset)
      if (period.to <= end) note(forecast(past, { period, ...only }), whole.amountIn(period))
    }
  }
  return sum
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

const rowsOf = (
  what: string,
  floors: readonly TriedFloor[],
  grain: 'month' | 'quarter',
  offset: number,
): BenchResult[] => {
  const [all, alone] = [
    tried(floors, grain, offset, {}),
    tried(floors, grain, offset, { only: ['run-rate'] }),
  ]
  const said = ({ ranges, held, width, off }: Tried): string =>
    `${percent(held / ranges)} of ${ranges} held, ${percent(width / ranges)} wide, middle ${percent(off / ranges)} off`
  const [held, title] = [all.held / all.ranges, `${what}, ${offset === 0 ? 'this' : 'next'} ${grain}`]
  return [
    {
      name: `${title}: what came lay within P10 to P90`,
      goal: `${leastHeld} to ${mostHeld}`,
      ratio: held,
      ok: held >= leastHeld && held <= mostHeld,
      detail: `${said(all)}; run-rate alone: ${said(alone)}`,
    },
    atMost(
      `${title}: width ÷ that of run-rate alone`,
      1,
      all.width / all.ranges / (alone.width / alone.ranges),
      'both as shares of what came',
    ),
  ]
}

export const run = async (): Promise<BenchResult[]> => {
  const demo = seeds.flatMap((seed) => demoFloors(seed, openedAt, demoDays))
  const folder = process.env['FLOORBOARD_CRM_EXPORT'] ?? '../shared/data/maven'
  const exported = exportFloors(folder)
  if (exported === null) console.error(`skipped: there is no CRM export in ${folder} (FLOORBOARD_CRM_EXPORT)`)
  return [
    ...rowsOf('demo', demo, 'quarter', 0),
    ...rowsOf('demo', demo, 'quarter', 1),
    ...rowsOf('demo', demo, 'month', 0),
    ...(exported === null
      ? []
      : [
          ...rowsOf('CRM export', exported, 'quarter', 0),
          ...rowsOf('CRM export', exported, 'month', 0),
          ...rowsOf('CRM export', exported, 'month', 1),
        ]),
  ]
}
