// What a takeover shows, worked out from the facts that stand when it starts, so that it is true then.
import type {
  CelebratedDeal,
  CelebratedTeam,
  CelebrationView,
  WordFromTheTop,
} from '../../wire/celebrations/view.ts'
import { isVideo } from '../../wire/media-address.ts'
import type { Standing } from '../../wire/view-parts.ts'
import { parseWindow } from '../../wire/window.ts'
import { viewMetric, windowOf } from '../boards/board-head.ts'
import { createFaces } from '../boards/face.ts'
import { createEngine } from '../counting/engine.ts'
import { amountInFloorCurrency } from '../counting/floor-model.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import { type Member, orgSubject, type SubjectIndex, stayAt, stayOn } from '../people/roster.ts'
import { everybody, type Numbers } from '../standing/numbers.ts'
import { includes } from '../time/calendar-date.ts'
import { createFormat } from '../words/format.ts'
import type { Cause, FactCause, MetricCause } from './cause.ts'
import { helpersIn, hiddenPeople } from './credited.ts'
import { clipOf, lookOf } from './look.ts'
import { type MetricRuleSource, rungsOf } from './metric-rule.ts'

/** More names than these nobody reads. */
const mostPeople = 12

/** Of a celebration that starts. */
export interface ViewParts {
  readonly cause: Cause
  /** The fact that it is about, where it is about one. */
  readonly standing: StoredFact | null
  /** Ids of others whom the same rule celebrates together with it: all who reached the goal today. */
  readonly together: readonly string[]
  readonly word: WordFromTheTop | null
  readonly merged: CelebrationView['merged']
}

const newDays = 90

/** What was sold: the product, else the deal's own name, which stands for the account where there is none. */
const soldIn = (fact: StoredFact['fact']): string | null => {
  if (fact.type !== 'deal') return null
  return fact.product ?? (fact.account == null ? null : (fact.name ?? null))
}

/** What a fact adds to a metric of a subject: counted by itself, so that splits and shared credits are those of the floor. */
const partOf = (
  numbers: Numbers,
  plan: MetricPlan,
  subject: SubjectIndex,
  stored: StoredFact,
  days: Parameters<Numbers['cellsOf']>[1],
): number => {
  const alone = createEngine(numbers.model)
  alone.apply(null, stored, stored.receivedAt)
  return alone.value(plan.index, [{ subject, days }]) ?? 0
}

/** The money goal of the team that comes first up the chain, as far as this deal counts for it. */
const teamOfDeal = (
  numbers: Numbers,
  member: Member,
  stored: StoredFact,
  ms: number,
): CelebratedTeam | null => {
  const { model } = numbers
  const { team } = stayAt(member, ms)
  const chain = team === null ? [] : (model.roster.teamAt(team)?.chain ?? [])
  const plans = model.metrics.filter(
    ({ metric, additive, base }) =>
      metric.unit === 'money' &&
      metric.indicator === 'output' &&
      additive &&
      base?.from === 'deal' &&
      metric.better === 'higher',
  )
  for (const subject of chain) {
    const own = numbers.about([subject])
    for (const plan of plans) {
      const window = parseWindow(plan.metric.window ?? 'quarter')
      if (window === null) continue
      const after = own.standingOf(plan, window, subject, ms, everybody)
      if (after.goal === null || after.value === null) continue
      const part = partOf(numbers, plan, subject, stored, own.daysOf(window, ms))
      if (part <= 0) continue
      const before = own.standingFor(
        plan,
        after.value - part,
        after.goal,
        own.shareGone(window, subject, ms),
        [subject],
      )
      return { name: model.roster.nameOf(subject), metric: viewMetric(plan), before, after }
    }
  }
  return null
}

export const createCelebrationView = (numbers: Numbers) => {
  const { model } = numbers
  const { roster, file, say } = model
  const facesOf = createFaces(roster)
  const indexOf = new Map(roster.people.map((member, index) => [member, index]))
  const memberOf = (id: string): Member | null => {
    const subject = roster.subjectOf(id)
    return subject === null ? null : roster.personAt(subject)
  }

  const dealOf = (
    about: FactCause,
    stored: StoredFact | null,
    closer: Member | null,
    ms: number,
  ): CelebratedDeal | null => {
    if (stored === null) return null
    const { fact } = stored
    const amount = amountInFloorCurrency(model, fact)
    const helpers = helpersIn(fact, roster, closer)
    const faceOf = facesOf(
      helpers.map(({ member }) => member),
      ms,
    )
    return {
      amount: amount === null || about.event !== null ? null : { value: amount, unit: 'money' },
      account: fact.account ?? (fact.type === 'deal' ? (fact.name ?? null) : null),
      product: soldIn(fact),
      helpers: helpers.map(({ member, role }) => ({ face: faceOf(member, indexOf.get(member) ?? 0), role })),
    }
  }

  /** Those of a team who work here on the day. */
  const peopleOfTeam = (team: SubjectIndex, ms: number): readonly Member[] => {
    const hidden = hiddenPeople(model)
    const day = numbers.todayAt(ms)
    return roster.people.filter((member) => {
      const own = stayOn(member, day).team
      const isOn = team === orgSubject || (own !== null && roster.teamAt(own)?.chain.includes(team) === true)
      return isOn && includes(member.employed, day) && !hidden.has(member.id)
    })
  }

  const planOfMetric = (about: MetricCause): MetricPlan | null => model.metric(about.metric)
  const standingIn = (about: MetricCause, plan: MetricPlan, subject: SubjectIndex, at: number): Standing => {
    const own = subject === orgSubject ? numbers : numbers.about([subject])
    return own.standingOf(plan, windowOf(about.window), subject, at, everybody)
  }

  const membersOf = ({ about }: Cause, together: readonly string[], ms: number): readonly Member[] => {
    const hidden = hiddenPeople(model)
    const named = (ids: readonly string[]) =>
      [...new Set(ids)].filter((id) => !hidden.has(id)).flatMap((id) => memberOf(id) ?? [])
    switch (about.kind) {
      case 'fact':
        return named([about.person])
      case 'day':
        return named([about.person, ...together])
      case 'hand':
        return named(about.people)
      case 'metric': {
        if (about.of === 'rep') return named([about.subject, ...together])
        const subject = roster.subjectOf(about.subject)
        return subject === null ? [] : peopleOfTeam(subject, ms)
      }
      default:
        return []
    }
  }

  const metricParts = ({ about, rule, at }: Cause) => {
    const none = { metric: null, figure: null, window: null, team: null, ladder: [] }
    const plan = about.kind === 'metric' ? planOfMetric(about) : null
    const subject = about.kind === 'metric' ? roster.subjectOf(about.subject) : null
    if (about.kind !== 'metric' || plan === null || subject === null) return none
    const own = subject === orgSubject ? numbers : numbers.about([subject])
    const after = standingIn(about, plan, subject, at)
    const { unit } = plan.metric
    const before = own.standingFor(
      plan,
      about.was,
      after.goal,
      own.shareGone(windowOf(about.window), subject, at),
      [subject],
    )
    const isOfSteps = 'metric' in rule.on && rule.on.crosses === 'everybody'
    const { on } = rule
    const isStreak = 'metric' in on && typeof on.crosses === 'object' && 'streak' in on.crosses
    return {
      metric: viewMetric(plan),
      ...(isStreak && about.step !== null && { streak: about.step }),
      figure: isOfSteps ? null : { value: after.value ?? 0, line: about.line, unit },
      window: model.calendar.label(windowOf(about.window), own.todayAt(at)),
      team:
        about.of === 'rep' || isOfSteps
          ? null
          : { name: roster.nameOf(subject), metric: viewMetric(plan), before, after },
      ladder:
        'metric' in rule.on
          ? rungsOf(rule as MetricRuleSource, plan, after.goal, file.floor.currency).map(
              ({ line, reward }) => ({
                line,
                unit,
                reward,
                reached: (after.value ?? 0) >= line,
              }),
            )
          : [],
    }
  }

  const messageOf = ({ about }: Cause): string | null => {
    if (about.kind === 'hand') return about.message === '' ? null : about.message
    if (about.kind !== 'day' || about.years === null) return null
    return say(
      {
        id: 'celebration.years',
        defaultMessage: '{years, plural, one {# year} other {# years}} on this floor',
      },
      { years: about.years },
    )
  }

  /** The film of the only one who is shown, else what the rule shows. */
  const mediaOf = (cause: Cause, people: number): CelebrationView['media'] => {
    const clip = people === 1 ? clipOf(cause, file.people) : null
    const address = clip !== null && isVideo(clip) ? clip : cause.rule.media
    return address === undefined ? null : { kind: isVideo(address) ? 'video' : 'picture', address }
  }

  /** `ms`: epoch ms, when it starts. */
  const view = (parts: ViewParts, ms: number): CelebrationView => {
    const { cause, standing, together, word, merged } = parts
    const { about, rule, at } = cause
    const members = membersOf(cause, together, ms)
    const shown = members.slice(0, mostPeople)
    const faceOf = facesOf(shown, ms)
    const plan = about.kind === 'metric' ? planOfMetric(about) : null
    const closer = about.kind === 'fact' ? (shown[0] ?? null) : null
    const figures = metricParts(cause)
    const today = numbers.todayAt(ms)
    return {
      look: lookOf(cause, file),
      title: rule.name,
      people: shown.map((member) => ({
        face: faceOf(member, indexOf.get(member) ?? 0),
        standing:
          about.kind === 'metric' && plan !== null ? standingIn(about, plan, member.subject, at) : null,
        isNew: today - member.employed.from < newDays,
      })),
      morePeople: members.length - shown.length,
      ...figures,
      team:
        about.kind === 'fact' &&
        closer !== null &&
        standing !== null &&
        standing.fact.type === 'deal' &&
        about.event === null
          ? teamOfDeal(numbers, closer, standing, ms)
          : figures.team,
      deal: about.kind === 'fact' ? dealOf(about, standing, closer, ms) : null,
      message: messageOf(cause),
      messageBy: about.kind === 'hand' && about.by !== '' ? about.by : null,
      word,
      media: mediaOf(cause, members.length),
      merged: about.kind === 'card' ? [...about.lines] : [...merged],
    }
  }

  /** In a line: "Northwind Traders, $182,000". Empty where there is nothing to say. */
  const aboutText = ({ about, rule, at }: Cause, standing: StoredFact | null): string => {
    const format = createFormat(file.floor)
    if (about.kind === 'fact' && standing !== null) {
      const { fact } = standing
      const amount = amountInFloorCurrency(model, fact)
      const account = fact.account ?? (fact.type === 'deal' ? (fact.name ?? null) : null)
      return [account, amount === null ? null : format.full(amount, 'money')]
        .filter((part) => part !== null && part !== '')
        .join(', ')
    }
    if (about.kind === 'metric') {
      const plan = planOfMetric(about)
      const subject = roster.subjectOf(about.subject)
      if (plan === null || subject === null) return ''
      const { value } = standingIn(about, plan, subject, at)
      return `${plan.metric.name}, ${format.full(value, plan.metric.unit)}`
    }
    if (about.kind === 'day') return about.on
    if (about.kind === 'hand') return about.message
    if (about.kind === 'card') return about.lines.map(({ title, name }) => `${title}: ${name}`).join(', ')
    return rule.name
  }

  /** What of a deal messages may name; null of everything else. */
  const dealFacts = (cause: Cause, standing: StoredFact | null) => {
    const { about } = cause
    if (about.kind !== 'fact' || standing === null) return null
    const { fact } = standing
    const [closer = null] = membersOf(cause, [], cause.at)
    return {
      source: about.source,
      id: about.id,
      amountMinor: amountInFloorCurrency(model, fact),
      account: fact.account ?? (fact.type === 'deal' ? (fact.name ?? null) : null),
      product: soldIn(fact),
      helpers: helpersIn(fact, roster, closer).map(({ member }) => member.name),
    }
  }

  const namesOf = (cause: Cause): readonly string[] => {
    const { about } = cause
    if (about.kind === 'card') return about.lines.map(({ name }) => name)
    if (about.kind === 'metric') {
      const subject = roster.subjectOf(about.subject)
      return subject === null ? [about.subject] : [roster.nameOf(subject)]
    }
    return membersOf(cause, [], cause.at).map(({ name }) => name)
  }

  return { view, aboutText, dealFacts, namesOf }
}
