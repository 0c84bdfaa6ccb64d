// Floors with a past that forecasts are tried on: the demo's simulated years, and a CRM export where one is there.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoFloorText } from '../main/feed/demo/demo-floor.ts'
import { createTimeline } from '../main/feed/demo/world/timeline.ts'
import { readFloorFile } from '../main/feed/floor-file/read-floor-file.ts'
import { createEngine } from '../shared/domain/counting/engine.ts'
import { createFloorModel, type FloorModel } from '../shared/domain/counting/floor-model.ts'
import { decideFact } from '../shared/domain/facts/deal-history.ts'
import type { StoredFact } from '../shared/domain/facts/stored-fact.ts'
import type { DealLife } from '../shared/domain/forecast/deal-days.ts'
import { createForecastPast, type ForecastPast } from '../shared/domain/forecast/forecast-past.ts'
import { createKeptDeals } from '../shared/domain/forecast/kept-deals.ts'
import { orgSubject } from '../shared/domain/people/roster.ts'
import { type Day, parseDay } from '../shared/domain/time/calendar-date.ts'
import { createFiscalCalendar } from '../shared/domain/time/fiscal-calendar.ts'
import { createWorkingTime } from '../shared/domain/time/working-time.ts'
import { Fact } from '../shared/wire/fact.ts'
import type { FloorFile } from '../shared/wire/floor.ts'
import type { Grain } from '../shared/wire/window.ts'

/** A team or a whole floor. */
export interface TriedFloor {
  readonly first: Day
  /** The day after the last one of which anything is known. */
  readonly end: Day
  /** As it was on a day. */
  readonly pastOn: (today: Day, grain: Grain) => ForecastPast
}

interface Series {
  readonly file: FloorFile
  readonly first: Day
  readonly end: Day
  readonly amountOn: (day: Day) => number
  readonly deals: readonly DealLife[]
}

const triedFloor = ({ file, first, end, amountOn, deals }: Series): TriedFloor => {
  const calendar = createFiscalCalendar(file.floor)
  const { isWorkingDay } = createWorkingTime(file.floor)
  const known = new Map<Day, number>()
  for (let day = first; day < end; day++) known.set(day, amountOn(day))
  return {
    first,
    end,
    pastOn: (today, grain) =>
      createForecastPast(
        {
          first,
          today,
          amountOn: (day) => known.get(day) ?? 0,
          deals,
          isWorkingDay,
          periodAt: (day, offset) => calendar.period(grain, day, offset),
        },
        calendar.period(grain, today, 1).to,
      ),
  }
}

const readFloor = (text: string): FloorFile => {
  const reading = readFloorFile(text)
  if (!reading.ok) throw new Error(`not a floor file: ${JSON.stringify(reading.errors[0])}`)
  return reading.file
}

const foldAll = (model: FloorModel, facts: Iterable<Fact>) => {
  const engine = createEngine(model)
  const kept = createKeptDeals()
  const stored = new Map<string, StoredFact>()
  for (const fact of facts) {
    const key = `${fact.source} ${fact.id}`
    const before = stored.get(key) ?? null
    const after = decideFact(before, { fact, receivedAt: 0 }, model.file.floor.stages)
    engine.apply(before, after, 0)
    if (after === null) stored.delete(key)
    else stored.set(key, after)
    kept.put(fact.source, fact.id, after)
  }
  return { engine, kept }
}

/** The teams that sell and the floor, over the days of history that the simulation has before an instant (epoch ms). */
export const demoFloors = (seed: number, openedAt: number, historyDays: number): TriedFloor[] => {
  const file = readFloor(demoFloorText)
  const model = createFloorModel(file)
  const timeline = createTimeline({ file, seed, openedAt, historyDays })
  const facts = (function* () {
    for (const { fact } of timeline.factsUntil(openedAt)) yield Fact.parse(fact)
  })()
  const { engine, kept } = foldAll(model, facts)
  const end = model.roster.floorZone.dayAt(openedAt)
  const metric = model.metric('bookings')?.index ?? 0
  return [null, 'enterprise', 'mid-market'].map((team) => {
    const subject = team === null ? orgSubject : (model.roster.subjectOf(team) ?? orgSubject)
    return triedFloor({
      file,
      first: end - historyDays,
      end,
      amountOn: (day) => engine.value(metric, [{ subject, days: { from: day, to: day + 1 } }]) ?? 0,
      deals: kept.lives(model, subject),
    })
  })
}

/** Of the export in a folder: the floor, its three offices and their teams; null where it is not there. */
export const exportFloors = (folder: string): TriedFloor[] | null => {
  const path = join(folder, 'sales_pipeline.csv')
  if (!existsSync(path)) return null
  const file = readFloor(readFileSync(new URL('../examples/crm-export/floor.yaml', import.meta.url), 'utf8'))
  const model = createFloorModel(file)
  const [, ...lines] = readFileSync(path, 'utf8').trim().split('\r\n')
  // It has neither quotes nor commas within cells.
  const facts = lines.flatMap((line): Fact[] => {
    const [id = '', agent = '', , , stage = '', engaged = '', closed = '', dollars = ''] = line.split(',')
    if (engaged === '') return []
    const status = stage === 'Won' ? 'won' : stage === 'Lost' ? 'lost' : 'open'
    return [
      Fact.parse({
        source: 'export',
        id,
        type: 'deal',
        status,
        stage,
        createdAt: engaged,
        ...(closed === '' ? {} : { closedAt: closed }),
        ...(status === 'won' ? { amount: { minor: Number(dollars) * 100, currency: 'USD' } } : {}),
        credits: [{ rep: agent.toLowerCase().replaceAll(' ', '-') }],
      }),
    ]
  })
  const { engine, kept } = foldAll(model, facts)
  const metric = model.metric('won-revenue')?.index ?? 0
  return [null, ...file.teams.map(({ id }) => id)].map((team) => {
    const subject = team === null ? orgSubject : (model.roster.subjectOf(team) ?? orgSubject)
    return triedFloor({
      file,
      // Its first closing: that of an earlier deal is not in it.
      first: parseDay('2017-03-01'),
      end: parseDay('2018-01-01'),
      amountOn: (day) => engine.value(metric, [{ subject, days: { from: day, to: day + 1 } }]) ?? 0,
      deals: kept.lives(model, subject),
    })
  })
}
