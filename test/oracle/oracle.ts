// The whole answer to a question about a metric, recomputed from everything that was ever said. It shares nothing with
// the engine but the types: what both say must be equal to the last digit.
import type { FloorFile } from '../../shared/wire/floor.ts'
import type { WindowSpec } from '../../shared/wire/window.ts'
import type { Versions } from './contributions.ts'
import { chainOf } from './people.ts'
import { createSight, nobodyIn } from './period.ts'
import { type Entry, inRanks, type Row } from './ranks.ts'
import { createValues, type Filter } from './values.ts'
import { rowsByField } from './values-by-field.ts'

export interface Question {
  readonly metric: string
  readonly window: WindowSpec
  readonly by: 'rep' | 'team' | 'org'
  readonly at: number
  readonly team: string | null
  readonly role: string | null
}

interface Answer {
  readonly window: { readonly start: string | null; readonly end: string | null }
  readonly rows: readonly Row[]
  readonly total: number | null
}

export interface FieldQuestion extends Pick<Question, 'metric' | 'window' | 'at' | 'team'> {
  readonly field: string
}

export interface Oracle {
  answer(question: Question): Answer
  answerByField(question: FieldQuestion): Answer
}

export const createOracle = (file: FloorFile, facts: ReadonlyMap<string, Versions>): Oracle => {
  const values = createValues(file, facts)
  const { metricOf, personParts, valueFrom, reachedAt } = values

  const answer = ({ metric: id, window, by, at, team, role }: Question): Answer => {
    const metric = metricOf(id)
    const filter: Filter = { team, role }
    const isFiltered = team !== null || role !== null
    const sight = createSight(file, values, team === null ? [] : [team], at)
    const { standing, amountIn, shareOf, isHereIn } = sight
    const dates = sight.dates(window)
    const total = amountIn(metric, dates, filter)

    const teamStanding = (subject: string | null) => {
      const share = shareOf(subject, window)
      if (role !== null)
        return standing(metric, amountIn(metric, dates, { team: subject ?? team, role }), null, share, [
          subject,
        ])
      if (subject === null && team !== null) return standing(metric, total, null, share, [subject])
      return sight.ofTeam(metric, window, subject)
    }

    const people = (): Entry[] => {
      const shown = file.people.flatMap((person): Entry[] => {
        const found = sight.ofPerson(metric, window, person, filter)
        const wasThere = !isFiltered || isHereIn(person, dates, filter, false)
        if (!isHereIn(person, dates, filter) && !(wasThere && (found.value ?? 0) !== 0)) return []
        const reached = reachedAt(id, [personParts(person.id, dates, filter)])
        return [{ subject: person.id, name: person.name, group: 0, reached, ...found }]
      })
      const value = valueFrom(id, personParts(null, dates, nobodyIn))
      if (isFiltered || (value ?? 0) === 0) return shown
      const found = standing(metric, value, null, shareOf(null, window), [null])
      return [...shown, { subject: 'unassigned', name: 'Unassigned', group: null, reached: null, ...found }]
    }

    const teams = (): Entry[] =>
      file.teams
        .filter((candidate) => team === null || chainOf(file, candidate.id).includes(team))
        .map((candidate) => {
          const reached = reachedAt(
            id,
            file.people.map((person) => personParts(person.id, dates, { team: candidate.id, role })),
          )
          return {
            subject: candidate.id,
            name: candidate.name,
            group: chainOf(file, candidate.id).length,
            reached,
            ...teamStanding(candidate.id),
          }
        })

    const entries =
      by === 'rep'
        ? people()
        : by === 'team'
          ? teams()
          : [{ subject: 'org', name: file.floor.name, group: 0, reached: null, ...teamStanding(null) }]

    return {
      window: { start: dates.from, end: dates.to },
      rows: inRanks(file, metric, entries),
      total,
    }
  }

  const answerByField = ({ metric, window, at, team, field }: FieldQuestion): Answer => {
    const dates = createSight(file, values, team === null ? [] : [team], at).dates(window)
    return {
      window: { start: dates.from, end: dates.to },
      rows: rowsByField(file, values, { metric, field, team, dates }),
      total: valueFrom(metric, values.teamParts(team, dates)),
    }
  }

  return { answer, answerByField }
}
