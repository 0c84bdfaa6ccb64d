// How a number was computed: the answer of the API.
import type { ExplainedAnswer, ExplainedFact, ExplainedPart, LeftOut } from '../../wire/explained.ts'
import type { WindowSpec } from '../../wire/window.ts'
import { type Contribution, createExplainer, type Explainer } from '../counting/explain.ts'
import { amountInFloorCurrency } from '../counting/floor-model.ts'
import { whenOf } from '../counting/measure.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import { orgSubject, type SubjectIndex } from '../people/roster.ts'
import { everybody, type Numbers } from '../standing/numbers.ts'
import { createFormat } from '../words/format.ts'
import { viewWindow } from './board-head.ts'

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
}

export interface NumberExplainer {
  /** Every fact that stands, in any order; one that is taken again takes its own place. */
  take(stored: StoredFact): void
  drop(source: string, id: string): void
  answer(): ExplainedAnswer
}

/** Nobody reads a longer list; the rest is summed. */
const mostLines = 200

const keyOf = (source: string, id: string): string => `${source}\n${id}`

const nameOf = ({ fact }: StoredFact): string =>
  fact.type === 'deal' ? (fact.name ?? fact.account ?? fact.id) : fact.kind

const newestFirst = (a: ExplainedFact, b: ExplainedFact): number => {
  const [one, other] = [a.when ?? '', b.when ?? '']
  return one < other ? 1 : one > other ? -1 : 0
}

/** What is gathered of one metric: all sums, and the newest facts. */
const createPart = () => {
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

/** Null where the floor has no such metric. */
export const explainNumber = (floorNumbers: Numbers, question: ExplainQuestion): NumberExplainer | null => {
  const { plan, window, at, rep, team, role, text, maySee } = question
  const numbers = floorNumbers.about(team === null ? [] : [team])
  const { model, engine } = numbers
  const { roster } = model
  const days = numbers.daysOf(window, at)
  const group = role === null || rep !== null ? undefined : { role, of: team ?? orgSubject }
  const subject = rep ?? team ?? orgSubject
  const cells =
    group === undefined
      ? numbers.cellsOf(subject, days, rep === null ? everybody : { team, role })
      : roster.people.flatMap((member) => numbers.cellsOf(member.subject, days, { team, role }))
  const explainer: Explainer | null = createExplainer(model, plan.metric.id, cells, group)
  if (explainer === null) return null
  const format = createFormat(model.file.floor)
  const parts = explainer.bases.map((base) => ({ ...base, part: createPart() }))
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

  const answerPart = ({ metric, plan: base, part }: (typeof parts)[number]): ExplainedPart => {
    const { id, name, unit } = metric
    const made = base.measure.kind === 'count' || base.measure.kind === 'sum' ? 'sum' : 'mean'
    const lines = part.lines()
    const listed = new Set(lines.map((line) => keyOf(line.source, line.id)))
    let [facts, others, otherFacts, otherAdds] = [0, 0, 0, 0]
    for (const [key, added] of part.entries()) {
      facts += added.facts
      if (listed.has(key)) continue
      others += 1
      otherFacts += added.facts
      otherAdds += made === 'sum' ? added.amount : added.amount * added.facts
    }
    const value = engine.value(model.metric(id)?.index ?? -1, cells, group)
    return {
      metric: { id, name, unit },
      made,
      value,
      display: format.full(value, unit),
      facts,
      lines: [...lines],
      more: {
        lines: others,
        facts: otherFacts,
        adds: made === 'sum' || otherFacts === 0 ? otherAdds : otherAdds / otherFacts,
      },
    }
  }

  return {
    take: (written) => {
      const stored = model.corrections.read(written)
      const { fact } = stored
      const { source, id } = fact
      drop(source, id)
      const key = keyOf(source, id)
      const { adds, unused: why } = explainer.of(stored)
      if (why !== null) unused.set(key, { why, source, id, name: nameOf(stored) })
      for (const added of adds) {
        const found = parts.find(({ metric }) => metric.id === added.metric)
        if (found === undefined) continue
        const { plan: base, metric, part } = found
        // Of what happened to a deal the newest is what people look for.
        const event = stored.history.findLast(({ kind }) => base.kinds?.includes(kind)) ?? null
        const when = whenOf(fact, event, base.date)
        part.take(key, added, when, () => {
          const credits = creditsOf(stored)
          if (!maySee(credits.map(({ person }) => person))) return null
          return {
            source,
            id,
            name: nameOf(stored),
            type: fact.type,
            when,
            amount: fact.type === 'deal' && fact.amount != null ? fact.amount : null,
            converted: amountInFloorCurrency(model, fact),
            credits,
            facts: added.facts,
            adds: added.amount,
            display: format.full(added.amount, metric.unit),
          }
        })
      }
    },
    drop,
    answer: () => {
      const { id, name, objective, unit } = plan.metric
      const { start, end, label } = viewWindow(numbers, window, at)
      const value = engine.value(plan.index, cells, group)
      const answered = parts.map(answerPart)
      const { derived } = plan
      const idOf = (index: number): string => model.metrics[index]?.metric.id ?? ''
      const weights =
        derived?.kind === 'points'
          ? Object.fromEntries(
              derived.parts.map(({ metric, weight, perUnit }) => [idOf(metric), weight / perUnit]),
            )
          : {}
      return {
        metric: { id, name, objective, unit, text },
        made: derived?.kind ?? answered[0]?.made ?? 'sum',
        ratio: derived?.kind === 'ratio' ? { above: idOf(derived.above), below: idOf(derived.below) } : null,
        weights,
        window: { start, end, label, zone: numbers.zoneAt(at).id },
        of: {
          kind: rep !== null ? 'rep' : role !== null ? 'role' : team !== null ? 'team' : 'org',
          name: subject === orgSubject ? model.file.floor.name : roster.nameOf(subject),
        },
        value,
        display: format.full(value, unit),
        parts: answered,
        leftOut: [...leftOutOf([...unused.values()])],
      }
    },
  }
}
