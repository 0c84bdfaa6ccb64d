// How a number was computed: all facts that stand are asked what they add to it, a few at a time, while others come and go.
import { explainNumber, type NumberExplainer } from '../../../shared/domain/boards/explained-answer.ts'
import { ownWindow } from '../../../shared/domain/boards/metric-answer.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import type { ExplainedAnswer } from '../../../shared/wire/explained.ts'
import type { WindowSpec } from '../../../shared/wire/window.ts'
import { definitionText } from '../floor-file/definition-text.ts'
import { factKey } from '../store/entry-key.ts'
import type { Log } from '../store/log.ts'
import type { Turns } from '../turns.ts'
import { unknown } from './answer.ts'
import type { Refusal } from './live-floor.ts'

export interface ExplainQuery {
  readonly metric: string
  /** Null: the metric's own, else this quarter. */
  readonly window: WindowSpec | null
  /** Epoch ms. */
  readonly at: number
  readonly rep: string | null
  readonly team: string | null
  readonly role: string | null
  /** Whether whoever asks may see a fact that credits these people. */
  readonly maySee: (people: readonly (string | null)[]) => boolean
}

export type Explain = (query: ExplainQuery) => Promise<ExplainedAnswer | Refusal>

export interface ExplainParts {
  readonly floor: { numbers(): Numbers; current(): { readonly version: number } }
  readonly log: Pick<Log, 'factsOf' | 'onCommit'>
  readonly turns: Turns
}

interface Running {
  readonly explainer: NumberExplainer
  /** Keys of facts that came or went since it began. */
  readonly changed: Set<string>
}

/** A floor that is edited meanwhile is asked anew, so often. */
const mostTries = 5

export const createExplain = ({ floor, log, turns }: ExplainParts): Explain => {
  const running = new Set<Running>()
  log.onCommit((entries) => {
    if (running.size === 0) return
    for (const entry of entries) {
      if (entry.kind !== 'fact') continue
      const fact = (entry.after ?? entry.before)?.fact
      if (fact === undefined) continue
      for (const { explainer, changed } of running) {
        changed.add(factKey(fact.source, fact.id))
        if (entry.after === null) explainer.drop(fact.source, fact.id)
        else explainer.take(entry.after)
      }
    }
  })

  const begin = (query: ExplainQuery): NumberExplainer | Refusal => {
    const numbers = floor.numbers()
    const { model } = numbers
    const { file, roster } = model
    const plan = model.metric(query.metric)
    if (plan === null) return unknown('unknown-metric', 'metric', query.metric, file.metrics)
    const { rep, team, role } = query
    if (rep !== null && !file.people.some(({ id }) => id === rep))
      return { code: 'unknown-filter', message: `the floor has no person "${rep}"` }
    if (team !== null && !file.teams.some(({ id }) => id === team))
      return unknown('unknown-filter', 'team', team, file.teams)
    if (role !== null && !file.roles.some(({ id }) => id === role))
      return unknown('unknown-filter', 'role', role, file.roles)
    const explainer = explainNumber(numbers, {
      plan,
      window: query.window ?? ownWindow(plan),
      at: query.at,
      rep: rep === null ? null : roster.subjectOf(rep),
      team: team === null ? null : roster.subjectOf(team),
      role,
      text: definitionText(plan.metric.of),
      maySee: query.maySee,
    })
    return explainer ?? unknown('unknown-metric', 'metric', query.metric, file.metrics)
  }

  /** Null where the floor changed meanwhile. */
  const tryOnce = async (query: ExplainQuery): Promise<ExplainedAnswer | Refusal | null> => {
    const { version } = floor.current()
    const explainer = begin(query)
    if ('code' in explainer) return explainer
    const own: Running = { explainer, changed: new Set() }
    running.add(own)
    try {
      for (const [source] of floor.numbers().engine.sources.entries())
        for (const page of log.factsOf(source))
          for (const stored of page) {
            const { source: from, id } = stored.fact
            // What changed since the page was read is known already.
            if (!own.changed.has(factKey(from, id))) explainer.take(stored)
            if (turns.due()) await turns.next()
          }
      return floor.current().version === version ? explainer.answer() : null
    } finally {
      running.delete(own)
    }
  }

  return async (query) => {
    for (let tried = 1; tried <= mostTries; tried += 1) {
      const answer = await tryOnce(query)
      if (answer !== null) return answer
    }
    return { code: 'bad-query', message: 'the floor is being changed at this moment; ask again' }
  }
}
