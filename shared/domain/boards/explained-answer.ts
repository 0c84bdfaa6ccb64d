// How a number was computed: the answer of the API.
import {
  type ExplainedAnswer,
  type ExplainedFact,
  type ExplainedPart,
  type LeftOut,
  usualLines,
} from '../../wire/explained.ts'
import type { WindowSpec } from '../../wire/window.ts'
import type { Contribution } from '../counting/explain.ts'
import { amountInFloorCurrency, rateOf } from '../counting/floor-model.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import { orgSubject, type SubjectIndex } from '../people/roster.ts'
import { everybody, type Numbers } from '../standing/numbers.ts'
import { createFormat } from '../words/format.ts'
import { type FactsBase, type FactsBehind, factsBehind } from './figures/facts-behind.ts'
import { daysOfWindow, type FactsQuestion } from './figures/facts-question.ts'

export interface ExplainQuestion {
  readonly plan: MetricPlan
  readonly window: WindowSpec
  /** Epoch ms. */
  readonly at: number
  /** A person, a team, or everybody where both are null. `role`: only those who hold it. */
  readonly rep: SubjectIndex | null
  readonly team: SubjectIndex | null
  readonly role: string | null
  /** The definition, as the floor file has it. */
  readonly text: string
  /** Whether whoever asks may see a fact that credits these people; null for names that the floor does not know. */
  readonly maySee: (people: readonly (string | null)[]) => boolean
  /** How many facts are listed of each part, the newest; the rest is summed. Left out: the usual. */
  readonly lines?: number
}

export interface NumberExplainer {
  /** Every fact that stands, in any order; one that is taken again takes its own place. */
  take(stored: StoredFact): void
  drop(source: string, id: string): void
  answer(): ExplainedAnswer
}

const keyOf = (source: string, id: string): string => `${source}\n${id}`

const nameOf = ({ fact }: StoredFact): string =>
  fact.type === 'deal' ? (fact.name ?? fact.account ?? fact.id) : fact.kind

const newestFirst = (a: ExplainedFact, b: ExplainedFact): number => {
  const [one, other] = [a.when ?? '', b.when ?? '']
  return one < other ? 1 : one > other ? -1 : 0
}

/** What is gathered of one metric: all sums, and the newest facts. */
const createPart = (mostLines: number) => {
  const adds = new Map<string, Contribution>()
  let lines: ExplainedFact[] = []
  /** The date before which a line would not be listed. */
  let oldest = ''
  const prune = (): void => {
    lines = lines.sort(newestFirst).slice(0, mostLines)
    oldest = lines.length < mostLines ? '' : (lines.at(-1)?.when ?? '')
  }
  return {
    drop: (key: string): void => {
      if (adds.delete(key)) lines = lines.filter(({ source, id }) => keyOf(source, id) !== key)
    },
    take: (key: string, added: Contribution, when: string | null, line: () => ExplainedFact | null): void => {
      adds.set(key, added)
      if ((when ?? '') < oldest) return
      const listed = line()
      if (listed === null) return
      lines.push(listed)
      if (lines.length >= 2 * mostLines) prune()
    },
    entries: () => adds.entries(),
    lines: (): readonly ExplainedFact[] => {
      prune()
      return lines
    },
  }
}

const reasons = ['no-date', 'no-rate', 'unknown', 'aside', 'left-out'] as const

const leftOutOf = (
  unused: readonly (LeftOut['first'] & { readonly why: LeftOut['why'] })[],
): readonly LeftOut[] =>
  reasons.flatMap((why) => {
    const of = unused.filter((each) => each.why === why)
    const [first] = of
    return first === undefined
      ? []
      : [{ why, facts: of.length, first: { source: first.source, id: first.id, name: first.name } }]
  })

/** Of a metric, as the API is asked for it. */
export const metricFacts = (
  floorNumbers: Numbers,
  { plan, window, at, rep, team, role }: Omit<ExplainQuestion, 'text' | 'maySee' | 'lines'>,
): { readonly numbers: Numbers; readonly facts: FactsQuestion } => {
  const numbers = floorNumbers.about(team === null ? [] : [team])
  const { model } = numbers
  const { roster } = model
  const shown = daysOfWindow(numbers, window, at)
  const { days } = shown
  const group = role === null || rep !== null ? undefined : { role, of: team ?? orgSubject }
  const subject = rep ?? team ?? orgSubject
  const cells =
    group === undefined
      ? numbers.cellsOf(subject, days, rep === null ? everybody : { team, role })
      : roster.people.flatMap((member) => numbers.cellsOf(member.subject, days, { team, role }))
  return {
    numbers,
    facts: {
      of: { kind: 'metric', plan },
      cells,
      ...(group && { group }),
      window: shown.window,
      who: {
        kind: rep !== null ? 'rep' : role !== null ? 'role' : team !== null ? 'team' : 'org',
        name: subject === orgSubject ? model.file.floor.name : roster.nameOf(subject),
      },
    },
  }
}

/** Null where the floor has no such metric. */
export const explainNumber = (floorNumbers: Numbers, question: ExplainQuestion): NumberExplainer | null => {
  const { numbers, facts } = metricFacts(floorNumbers, question)
  const { text, maySee, at, lines } = question
  return explainFacts(numbers, facts, { text, maySee, at, ...(lines !== undefined && { lines }) })
}

export type FactsSight = Pick<ExplainQuestion, 'text' | 'maySee' | 'at' | 'lines'>

/** The facts behind a number of any board. Null where the floor has no such metric or stage. */
export const explainFacts = (
  numbers: Numbers,
  facts: FactsQuestion,
  { text, maySee, at, lines = usualLines }: FactsSight,
): NumberExplainer | null => {
  const behind: FactsBehind | null = factsBehind(numbers, facts, at)
  if (behind === null) return null
  const { model } = numbers
  const { roster } = model
  const format = createFormat(model.file.floor)
  const parts = behind.bases.map((base) => ({ base, part: createPart(lines) }))
  const unused = new Map<string, LeftOut['first'] & { readonly why: LeftOut['why'] }>()

  const creditsOf = ({ fact }: StoredFact): ExplainedFact['credits'] =>
    fact.credits.map(({ rep: named, share }) => {
      const member = roster.find(named)
      return {
        rep: named,
        person: member === null ? null : roster.idOf(member.subject),
        share: share ?? null,
      }
    })

  const drop = (source: string, id: string): void => {
    const key = keyOf(source, id)
    for (const { part } of parts) part.drop(key)
    unused.delete(key)
  }

  const answerPart = ({ base, part }: (typeof parts)[number]): ExplainedPart => {
    const { id, name, unit } = base.metric
    const { made } = base
    const lines = part.lines()
    const listed = new Set(lines.map((line) => keyOf(line.source, line.id)))
    let [counted, others, otherFacts, otherAdds] = [0, 0, 0, 0]
    for (const [key, added] of part.entries()) {
      counted += added.facts
      if (listed.has(key)) continue
      others += 1
      otherFacts += added.facts
      otherAdds += made === 'sum' ? added.amount : added.amount * added.facts
    }
    const value = base.value()
    return {
      metric: { id, name, unit },
      made,
      value,
      display: format.full(value, unit),
      facts: counted,
      lines: [...lines],
      more: {
        lines: others,
        facts: otherFacts,
        adds: made === 'sum' || otherFacts === 0 ? otherAdds : otherAdds / otherFacts,
      },
    }
  }

  const lineOf = (stored: StoredFact, added: Contribution, when: string | null, { metric }: FactsBase) => {
    const { fact } = stored
    const credits = creditsOf(stored)
    if (!maySee(credits.map(({ person }) => person))) return null
    return {
      source: fact.source,
      id: fact.id,
      name: nameOf(stored),
      type: fact.type,
      when,
      amount: fact.type === 'deal' && fact.amount != null ? fact.amount : null,
      converted: amountInFloorCurrency(model, fact),
      rate: rateOf(model, fact),
      credits,
      facts: added.facts,
      adds: added.amount,
      display: format.full(added.amount, metric.unit),
    }
  }

  return {
    take: (written) => {
      const stored = model.corrections.read(written)
      const { fact } = stored
      const { source, id } = fact
      drop(source, id)
      const key = keyOf(source, id)
      const { adds, unused: why } = behind.of(stored)
      if (why !== null) unused.set(key, { why, source, id, name: nameOf(stored) })
      for (const added of adds) {
        const found = parts.find(({ base }) => base.metric.id === added.metric)
        if (found === undefined) continue
        const { base, part } = found
        const when = base.when(stored)
        part.take(key, added, when, () => lineOf(stored, added, when, base))
      }
    },
    drop,
    answer: () => {
      const value = behind.value()
      return {
        metric: { ...behind.head, text },
        made: behind.made,
        ratio: behind.ratio,
        weights: behind.weights,
        window: facts.window,
        of: facts.who,
        value,
        display: format.full(value, behind.head.unit),
        parts: parts.map(answerPart),
        leftOut: [...leftOutOf([...unused.values()])],
      }
    },
  }
}
