// A small floor for tests of the domain: made from a floor file, and fed with facts as sources send them.
import { Fact } from '../../wire/fact.ts'
import { FloorFile } from '../../wire/floor.ts'
import { parseWindow } from '../../wire/window.ts'
import { createEngine, type Engine } from '../counting/engine.ts'
import { createFloorModel } from '../counting/floor-model.ts'
import { decideFact } from '../facts/deal-history.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import { createNumbers, type Numbers } from '../standing/numbers.ts'

type Parts = { readonly floor?: object } & Readonly<Record<string, unknown>>

/** In UTC and dollars, unless `parts.floor` says otherwise. */
export const floorOf = ({ floor, ...parts }: Parts): FloorFile =>
  FloorFile.parse({ floor: { name: 'Floor', timeZone: 'UTC', currency: 'USD', ...floor }, ...parts })

export const metricOf = (id: string, of: object, more: object = {}): object => ({
  id,
  name: id,
  objective: 'What came of it?',
  indicator: 'output',
  question: 'results',
  unit: 'count',
  of,
  ...more,
})

export const person = (id: string, more: object = {}): object => ({ id, name: id, ...more })
export const team = (id: string, more: object = {}): object => ({ id, name: id, ...more })

const isWon = { field: 'status', is: 'won' }

export const calls = metricOf(
  'calls',
  { from: 'activity', where: [{ field: 'kind', is: 'call' }], date: 'at' },
  { indicator: 'input' },
)
export const wins = metricOf('wins', { from: 'deal', where: [isWon], date: 'closedAt' })
export const revenue = metricOf(
  'revenue',
  { from: 'deal', where: [isWon], date: 'closedAt', measure: { sum: 'amount' } },
  { unit: 'money' },
)

let nextId = 0

/** A call by `rep`, at an instant or on a date. */
export const call = (rep: string, at: string, more: object = {}): object => ({
  source: 'dialer',
  id: `call ${nextId++}`,
  type: 'activity',
  kind: 'call',
  at,
  credits: [{ rep }],
  ...more,
})

/** A deal won by `rep`, in whole dollars. */
export const win = (rep: string, closedAt: string, dollars: number, more: object = {}): object => ({
  source: 'crm',
  id: `deal ${nextId++}`,
  type: 'deal',
  status: 'won',
  closedAt,
  amount: { minor: dollars * 100, currency: 'USD' },
  credits: [{ rep }],
  ...more,
})

export interface TestFloor {
  readonly engine: Engine
  readonly numbers: Numbers
  /** Takes facts as their sources send them. */
  write(...facts: readonly object[]): void
  withdraw(id: string): void
  /** A subject's value in a window of the floor's, at an instant. */
  value(metric: string, subject: string, window: string, at: string): number | null
}

export const createTestFloor = (file: FloorFile): TestFloor => {
  const model = createFloorModel(file)
  const engine = createEngine(model)
  const numbers = createNumbers(engine)
  const stored = new Map<string, StoredFact>()
  const put = (id: string, fact: Fact | null, receivedAt: number): void => {
    const before = stored.get(id) ?? null
    const after = decideFact(before, { fact, receivedAt }, file.floor.stages)
    engine.apply(before, after, receivedAt)
    if (after) stored.set(id, after)
    else stored.delete(id)
  }
  return {
    engine,
    numbers,
    write: (...facts) => {
      for (const fact of facts.map((value) => Fact.parse(value)))
        put(fact.id, fact, Date.parse('2026-11-20T12:00:00Z'))
    },
    withdraw: (id) => put(id, null, Date.parse('2026-11-20T13:00:00Z')),
    value: (metric, subject, window, at) => {
      const [plan, index, spec] = [model.metric(metric), model.roster.subjectOf(subject), parseWindow(window)]
      if (!plan || index === null || !spec) throw new Error(`no ${metric} of ${subject} in ${window}`)
      return engine.value(plan.index, [{ subject: index, days: numbers.daysOf(spec, Date.parse(at)) }])
    },
  }
}
