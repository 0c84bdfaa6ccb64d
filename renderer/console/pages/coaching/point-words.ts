// The coaching point in words: what it is, the counts behind it, and how the steps around it stand.
import { wholeAmount } from '../../../../shared/domain/standing/attainment.ts'
import type { Format } from '../../../../shared/domain/words/format.ts'
import type { CoachingAnswer, CoachingPoint, StepReading } from '../../../../shared/wire/coaching.ts'
import type { ViewMetric } from '../../../../shared/wire/view-parts.ts'
import type { useSay } from '../../words/words.tsx'
import { metricOf, ofWords, rateWords, stepWord } from './figures.ts'

type Say = ReturnType<typeof useSay>

export interface PointWords {
  readonly headline: string
  /** What was counted. */
  readonly facts: string
  /** What the rate that it is held against would have made of the same attempts. */
  readonly against: string | null
  /** Of the steps around it, and of the others who hold the role. */
  readonly around: readonly string[]
}

interface Asked {
  readonly answer: CoachingAnswer
  readonly say: Say
  readonly format: Format
  /** Whether they read it about themselves. */
  readonly isSelf: boolean
}

/** One line for a list. `step`: of a point at a step. */
export const pointLine = (
  say: Say,
  { kind }: Pick<CoachingPoint, 'kind'>,
  step: { readonly metric: ViewMetric; readonly from: ViewMetric } | null,
): string => {
  const names = { from: step?.from.name ?? '', to: step?.metric.name ?? '' }
  switch (kind) {
    case 'sank':
      return say({ id: 'console.coaching.line.sank', defaultMessage: '{from} → {to} sank' }, names)
    case 'lags':
      return say({ id: 'console.coaching.line.lags', defaultMessage: '{from} → {to} lags the role' }, names)
    case 'holds':
      return say({ id: 'console.coaching.line.holds', defaultMessage: 'Holds' })
    case 'too little to tell':
      return say({ id: 'console.coaching.line.little', defaultMessage: 'Too little to tell yet' })
  }
}

/** How a step is spoken of: pieces that become others, a share of money, or an amount for each piece. */
type Manner = 'pieces' | 'money' | 'amount'

interface Step {
  readonly reading: StepReading
  /** What stands below the line. */
  readonly from: ViewMetric
  readonly to: ViewMetric
  readonly manner: Manner
}

const stepAt = ({ readings, metrics }: CoachingAnswer, link: number): Step | null => {
  const reading = readings[link]
  const to = reading && metricOf(metrics, reading.metric)
  if (!reading || !to) return null
  const { made, from } = reading.counted
  const manner = !reading.isShare ? 'amount' : made.unit === 'money' ? 'money' : 'pieces'
  return { reading, from, to, manner }
}

const headlineOf = (say: Say, kind: 'sank' | 'lags', { manner, from, to }: Step): string => {
  const names = { manner, from: stepWord(say, from), to: stepWord(say, to) }
  return kind === 'sank'
    ? say(
        {
          id: 'console.coaching.sank',
          defaultMessage:
            '{manner, select, amount {Less {to} for each of the {from}} money {Less of the {from} becomes {to}} other {Fewer {from} become {to}}}',
        },
        names,
      )
    : say(
        {
          id: 'console.coaching.lags',
          defaultMessage:
            '{manner, select, amount {Less {to} for each of the {from} than others in the role have} money {Less of the {from} becomes {to} than with others in the role} other {Fewer {from} become {to} than with others in the role}}',
        },
        names,
      )
}

const factsOf = ({ say, format, answer }: Asked, { manner, reading, from, to }: Step): string => {
  const { now, isShare, counted } = reading
  const values = {
    manner,
    from: stepWord(say, from),
    to: stepWord(say, to),
    made: format.value(now.made, counted.made.unit),
    of: ofWords(format, reading),
    rate: rateWords(format, now.value, isShare, to.unit),
    window: answer.window.label,
  }
  return say(
    {
      id: 'console.coaching.facts',
      defaultMessage:
        '{manner, select, amount {{of} {from} brought {made} of {to} in {window}, {rate} each.} money {{made} of {of} became {to} in {window}, {rate}.} other {{made} of {of} {from} became {to} in {window}.}}',
    },
    values,
  )
}

/** Whole pieces, rounded down: what is said against somebody is never more than it is. */
const shortfall = ({ reading: { now, short, counted } }: Step, rate: number): number => {
  const missing = short ?? Math.max(0, rate * now.from - now.made)
  return counted.made.unit === 'count' ? Math.max(1, Math.floor(missing + 1e-9)) : missing
}

const againstOf = ({ say, format, isSelf }: Asked, kind: 'sank' | 'lags', step: Step): string | null => {
  const { reading, to } = step
  const rate = kind === 'sank' ? reading.own : reading.role
  if (rate === null) return null
  const short = shortfall(step, rate)
  const values = {
    whose: isSelf ? 'self' : 'other',
    rate: rateWords(format, rate, reading.isShare, to.unit),
    would: format.value(reading.now.made + short, reading.counted.made.unit),
    short: format.value(short, reading.counted.made.unit),
  }
  return kind === 'sank'
    ? say(
        {
          id: 'console.coaching.against-own',
          defaultMessage:
            'At {whose, select, self {your} other {their}} own {rate} it would be {would}: {short} short.',
        },
        values,
      )
    : say(
        {
          id: 'console.coaching.against-role',
          defaultMessage: 'At the role’s median of {rate} it would be {would}: {short} more.',
        },
        values,
      )
}

/** What is done of the first step a day, beside what the plan asks. */
export const activityWords = ({ say, format, answer }: Asked): string | null => {
  const plan = answer.plans.at(-1)
  const first = answer.metrics[0]
  const [step] = plan?.steps ?? []
  const { days, amounts } = answer.done
  if (!plan || !first || !step || days === 0) return null
  return say(
    {
      id: 'console.coaching.activity',
      defaultMessage: '{done} {noun} a day are done; the plan asks {planned}.',
    },
    {
      noun: first.noun,
      done: format.value((amounts[0] ?? 0) / days, first.unit),
      planned: format.value(wholeAmount(step.need / plan.days, first.unit), first.unit),
    },
  )
}

const beforeWords = ({ say, answer }: Asked, link: number): string | null => {
  const before = answer.readings.slice(0, link)
  if (before.length === 0) return null
  return before.every(({ verdict }) => verdict === 'holds')
    ? say({ id: 'console.coaching.before.holds', defaultMessage: 'The steps before it hold.' })
    : say({
        id: 'console.coaching.before.little',
        defaultMessage: 'Of the steps before it, not all can be judged yet.',
      })
}

const afterWords = ({ say, answer }: Asked, link: number): readonly string[] => {
  const after = answer.readings.slice(link + 1)
  if (after.length === 0) return []
  const sunk = after.flatMap(({ verdict }, offset) => {
    const step = verdict === 'sank' ? stepAt(answer, link + 1 + offset) : null
    return step
      ? [
          say(
            { id: 'console.coaching.after.sank', defaultMessage: '{from} → {to} sank, too.' },
            { from: step.from.name, to: step.to.name },
          ),
        ]
      : []
  })
  if (sunk.length > 0) return sunk
  const told = after.filter(({ verdict }) => verdict === 'holds')
  if (told.length === 0)
    return [
      say({
        id: 'console.coaching.after.little',
        defaultMessage: 'Of what comes after it there is too little to tell.',
      }),
    ]
  return [
    told.length === after.length
      ? say({ id: 'console.coaching.after.holds', defaultMessage: 'What comes after it holds.' })
      : say({
          id: 'console.coaching.after.holds-partly',
          defaultMessage: 'What can be told of the steps after it holds.',
        }),
  ]
}

/** Where an average has no interval, below this share of another it is far below it, as rule L9 has it. */
const farBelow = 0.8

const isFarBelow = ({ now, interval }: StepReading, other: number): boolean =>
  interval === null ? (now.value ?? 0) < other * farBelow : interval.high < other

const othersWords = ({ say, format }: Asked, kind: 'sank' | 'lags', { reading, to }: Step): string | null => {
  const { role, own, isShare } = reading
  if (kind === 'lags')
    return own === null
      ? null
      : say(
          { id: 'console.coaching.others.own', defaultMessage: 'It was {rate} before, so it has not sunk.' },
          { rate: rateWords(format, own, isShare, to.unit) },
        )
  if (role === null) return null
  return say(
    {
      id: 'console.coaching.others.role',
      defaultMessage:
        '{far, select, yes {The role’s median is {rate} in the same time, so it is this step, not the market.} other {The role’s median is {rate} in the same time: others find it as hard.}}',
    },
    {
      far: isFarBelow(reading, role) ? 'yes' : 'no',
      rate: rateWords(format, role, isShare, to.unit),
    },
  )
}

const isThere = (text: string | null): text is string => text !== null

const holdsWords = (asked: Asked): PointWords => {
  const { say, answer, isSelf } = asked
  const all = answer.readings.every(({ verdict }) => verdict === 'holds')
  return {
    headline: all
      ? say({ id: 'console.coaching.holds', defaultMessage: 'Every step holds' })
      : say({ id: 'console.coaching.holds-partly', defaultMessage: 'Every step that can be judged holds' }),
    facts: say(
      {
        id: 'console.coaching.holds.facts',
        defaultMessage:
          'In {window} none lies below {whose, select, self {your} other {their}} own history, and none far below the role’s median.',
      },
      { window: answer.window.label, whose: isSelf ? 'self' : 'other' },
    ),
    against: null,
    around: [activityWords(asked)].filter(isThere),
  }
}

const tooLittleWords = (asked: Asked): PointWords => {
  const { say, answer } = asked
  return {
    headline: say({ id: 'console.coaching.line.little', defaultMessage: 'Too little to tell yet' }),
    facts: say(
      {
        id: 'console.coaching.little.facts',
        defaultMessage: 'No step was tried often enough in {window} for its rate to mean something.',
      },
      { window: answer.window.label },
    ),
    against: null,
    around: [activityWords(asked)].filter(isThere),
  }
}

export const pointWords = (asked: Asked): PointWords => {
  const { answer, say } = asked
  const { point } = answer
  if (point.kind === 'holds') return holdsWords(asked)
  const step = point.kind === 'too little to tell' ? null : stepAt(answer, point.link)
  if (point.kind === 'too little to tell' || step === null) return tooLittleWords(asked)
  return {
    headline: headlineOf(say, point.kind, step),
    facts: factsOf(asked, step),
    against: againstOf(asked, point.kind, step),
    around: [
      activityWords(asked),
      beforeWords(asked, point.link),
      ...afterWords(asked, point.link),
      othersWords(asked, point.kind, step),
    ].filter(isThere),
  }
}
