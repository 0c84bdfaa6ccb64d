// Whether an activity or a deal counts nowhere since the floor takes such from another source, read straight off the floor file: of all rules
// that fit its kind, its day and whoever is credited first, the nearest and then the latest one.
import type { Fact } from '../../shared/wire/fact.ts'
import type { FloorFile } from '../../shared/wire/floor.ts'
import { dateIn } from './calendar.ts'
import { chainOf, findPerson, teamOn, visible, whereAt } from './people.ts'

export const isAside = (file: FloorFile, fact: Fact): boolean => {
  const person = findPerson(file, fact.credits[0]?.rep ?? '')
  const kind = fact.type === 'deal' ? 'deal' : fact.kind
  const at =
    fact.type === 'deal' ? (fact.closedAt ?? fact.expectedCloseOn ?? fact.createdAt ?? '9999-12-31') : fact.at
  const isDate = at.length === 10
  const date = isDate
    ? at
    : person
      ? whereAt(file, person, Date.parse(at)).date
      : dateIn(file.floor.timeZone, Date.parse(at))
  const team = !person ? null : isDate ? teamOn(file, person, at) : whereAt(file, person, Date.parse(at)).team
  const chain = chainOf(file, team)
  const fitting = file.floor.takenFrom.flatMap((rule) => {
    const { kinds, since = '' } = rule
    if (!kinds.map(visible).includes(visible(kind)) || since > date) return []
    const level =
      rule.rep !== undefined ? -1 : rule.team !== undefined ? chain.indexOf(rule.team) : chain.length
    if (rule.rep !== undefined && rule.rep !== person?.id) return []
    if (rule.team !== undefined && level === -1) return []
    return [{ source: rule.source, since, level }]
  })
  const [nearest] = fitting.sort((a, b) => a.level - b.level || (a.since < b.since ? 1 : -1))
  return nearest !== undefined && visible(nearest.source) !== visible(fact.source)
}

/** What each source says last under a key, without what stands aside: nothing else is heard, won or judged. */
export const heardFacts = (
  file: FloorFile,
  facts: ReadonlyMap<string, readonly { readonly fact: Fact }[]>,
): readonly Fact[] =>
  [...facts.values()].flatMap((versions) => {
    const fact = versions.at(-1)?.fact
    return fact === undefined || isAside(file, fact) ? [] : [fact]
  })
