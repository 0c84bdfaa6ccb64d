// All that the floor's rules find off at an instant, and how it was over what they find no more.
import type { ExceptionRule } from '../../wire/exception-rule.ts'
import type { ClearedHow, EpisodeHead } from '../../wire/exceptions.ts'
import { parseWindow } from '../../wire/window.ts'
import { findBusy } from '../flags/busy.ts'
import type { Found } from '../flags/found.ts'
import { findMomentum } from '../flags/momentum.ts'
import type { Numbers } from '../standing/numbers.ts'
import { formatDay, includes } from '../time/calendar-date.ts'
import { findDeals, prepareDeals } from './deal-exceptions.ts'
import type { OpenDeals } from './open-deals.ts'
import { findReps } from './rep-exceptions.ts'

export interface FoundByRule {
  readonly rule: ExceptionRule
  /** Null while nothing can be said: what is open stays, and nothing begins. */
  readonly found: readonly Found[] | null
}

const findBy = (
  numbers: Numbers,
  rule: ExceptionRule,
  deals: OpenDeals | null,
  all: () => ReturnType<typeof prepareDeals>,
  ms: number,
): readonly Found[] | null => {
  if (rule.deal) return deals && findDeals(numbers, rule, rule.deal, deals, all(), ms)
  if (rule.rep) return findReps(numbers, rule, rule.rep, ms)
  if (rule.busy) return findBusy(numbers, rule, rule.busy, ms)
  return rule.momentum ? findMomentum(numbers, rule, rule.momentum, ms) : []
}

/** What each rule finds at an instant (epoch ms), one after the other. `deals` null: they are not all read yet. */
export const createFinder = (numbers: Numbers, deals: OpenDeals | null, ms: number) => {
  let prepared: ReturnType<typeof prepareDeals> | null = null
  const all = () => {
    prepared ??= deals === null ? [] : prepareDeals(numbers, deals, ms)
    return prepared
  }
  return (rule: ExceptionRule): FoundByRule => ({ rule, found: findBy(numbers, rule, deals, all, ms) })
}

/** The same of all rules, in the order of the floor file. */
export const findExceptions = (
  numbers: Numbers,
  deals: OpenDeals | null,
  ms: number,
): readonly FoundByRule[] => numbers.model.file.exceptions.map(createFinder(numbers, deals, ms))

/** What a rule asks for, as text: two that ask for the same are the same, whatever they are called and whoever is told. */
export const termsOf = ({ deal, rep, busy, momentum, team, role }: ExceptionRule): string =>
  JSON.stringify({ deal, rep, busy, momentum, team, role })

const howReps = (
  numbers: Numbers,
  rule: ExceptionRule,
  person: string,
  { why }: Pick<EpisodeHead, 'why'>,
  ms: number,
): ClearedHow => {
  const { roster } = numbers.model
  const subject = roster.subjectOf(person)
  const member = subject === null ? null : roster.personAt(subject)
  if (member === null) return 'left'
  const own = numbers.about([member.subject])
  if (!includes(member.employed, own.todayAt(ms))) return 'left'
  const window = rule.rep ? parseWindow(rule.rep.window) : null
  if (why.kind !== 'value' || why.by === null || window === null) return 'mended'
  return formatDay(own.daysOf(window, ms).from) === why.start ? 'mended' : 'period over'
}

/** Of an open one that its rule finds no more, at an instant (epoch ms). `terms`: of the rule when it began. */
export const howCleared = (
  numbers: Numbers,
  deals: Pick<OpenDeals, 'isOpen'>,
  episode: Pick<EpisodeHead, 'rule' | 'subject' | 'why'> & { readonly terms: string },
  ms: number,
): ClearedHow => {
  const rule = numbers.model.file.exceptions.find(({ id }) => id === episode.rule)
  if (rule === undefined || termsOf(rule) !== episode.terms) return 'rule changed'
  const { subject } = episode
  switch (subject.kind) {
    case 'deal': {
      const isOpen = deals.isOpen(subject.source, subject.id)
      return isOpen === null ? 'withdrawn' : isOpen ? 'mended' : 'closed'
    }
    case 'rep':
      return howReps(numbers, rule, subject.person, episode, ms)
    case 'team':
      return 'mended'
  }
}
