// A fault in a sales manager's words: what it is, and what to do about it.
import { createNameDifferences } from '../../people/name-difference.ts'
import { createLookAlikes } from '../../words/look-alike.ts'
import type { FloorModel } from '../floor-model.ts'
import { firstPlausibleYear } from './date-plausibility.ts'
import type { FactFault } from './fact-fault.ts'
import { otherValues } from './fault-book.ts'
import { namedKinds } from './kind-check.ts'
import { askedValues } from './value-checks.ts'

export interface FaultWords {
  /** A sentence without its full stop. */
  readonly what: string
  /** One or two sentences. */
  readonly todo: string
}

type Words = (fault: FactFault) => FaultWords

const quoted = (name: string): string => `"${name}"`

const meant = (name: string | null): string => (name === null ? '' : `; did you mean ${quoted(name)}?`)

const article = (status: string): string => (status === 'open' ? 'an open deal' : `a ${status} deal`)

/** What the fields are called outside of files. */
const dateNames: Readonly<Record<string, string>> = {
  at: 'date',
  createdAt: 'date of creation',
  stageEnteredAt: 'date of entering its stage',
  closedAt: 'closing date',
  expectedCloseOn: 'expected closing date',
  lastActivityAt: 'date of last activity',
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
}

const others = (what: string): FaultWords => ({
  what: `more ${what} than can be listed`,
  todo: 'Mend those that are listed first: these then come to light.',
})

/** Several names in one, as where more came than are told apart. */
const otherWords: Readonly<Partial<Record<FactFault['code'], FaultWords>>> = {
  'unknown-person': others('names that the floor does not know'),
  'unused-kind': others('kinds of activity that no metric counts'),
  'unmatched-value': others('values that no metric asks for'),
  'no-probability': others('stages without a probability'),
  'unknown-stage': others('stages that the floor does not name'),
}

const createPersonWords = ({ file }: Pick<FloorModel, 'file'>): Words => {
  const differences = createNameDifferences(file.people)
  const near = (value: string): string => {
    const difference = differences.hidden(value)
    return difference === null ? meant(differences.meant(value)) : `; it ${difference}`
  }
  return ({ value }) => ({
    what: `the floor knows nobody called ${quoted(value)}${near(value)}`,
    todo: `Add ${quoted(value)} to the aliases of whoever it is, or add the person. Until then it counts for the whole floor, and for nobody on it.`,
  })
}

const createKindWords = (model: Pick<FloorModel, 'metrics'>): Words => {
  const named = createLookAlikes(namedKinds(model))
  return ({ value }) => ({
    what: `no metric counts activities of the kind ${quoted(value)}${meant(named.meant(value))}`,
    todo: 'Have the source send a kind that a metric counts, or name this one in a metric.',
  })
}

const createValueWords = (model: Pick<FloorModel, 'metrics'>): Words => {
  const asked = new Map([...askedValues(model)].map(([field, texts]) => [field, createLookAlikes(texts)]))
  return ({ field, value }) => ({
    what: `no metric asks for the ${field} ${quoted(value)}${meant(asked.get(field)?.same(value) ?? null)}`,
    todo: `Have the source write it as the metrics do, or name ${quoted(value)} in a metric.`,
  })
}

const createStageWords = ({ file }: Pick<FloorModel, 'file'>): Words => {
  const stages = createLookAlikes(file.floor.stages)
  return ({ value }) => ({
    what: `the floor names no stage ${quoted(value)}${meant(stages.meant(value))}`,
    todo: 'Add it to floor.stages in its place, or have the source write one of them. Until then no move to it or from it is an advance.',
  })
}

const dateWords: Words = ({ field, value }) => ({
  what: `${article(value)} without its ${dateNames[field] ?? 'date'} (${field}) counts in no period`,
  todo: `Give these deals the ${dateNames[field] ?? 'date'} in the source, or map the column that has it.`,
})

const plausibilityWords: Words = ({ field, value }) => ({
  what:
    value === 'past'
      ? `${field} lies before ${firstPlausibleYear}`
      : `${field} lies too far ahead to be true: more than ${field === 'expectedCloseOn' ? 'ten years' : 'a year'}`,
  todo: `Correct the ${dateNames[field] ?? 'date'} in the source. As it is, it counts in a period that nobody looks at.`,
})

const amountWords: Words = ({ value }) => ({
  what: `${article(value)} without an amount adds nothing to a sum of money`,
  todo: 'Give these deals an amount in the source. A metric with the condition { field: amount, exists: true } says that some have none.',
})

const probabilityWords: Words = ({ value }) => ({
  what:
    value === ''
      ? 'an open deal without a stage adds nothing to a weighted sum of money'
      : `the stage ${quoted(value)} has no probability: its deals add nothing to a weighted sum of money`,
  todo:
    value === ''
      ? 'Give these deals a stage in the source.'
      : `Say under floor.stageProbabilities how likely a deal in ${quoted(value)} is to be won.`,
})

const rateWords: Words = ({ value }) => ({
  what: `amounts in ${value} count nowhere: the floor has no rate for their day`,
  todo: `Add a rate for ${value} under floor.rates.`,
})

const spellingWords: Words = ({ field, value }) => ({
  what: `facts come from ${quoted(value)} and from ${quoted(field)}, which are one source spelled in two ways`,
  todo: `Have all of it sent as ${quoted(field)}, and withdraw what stands from ${quoted(value)}. Until then a fact that came from both counts twice.`,
})

/** The metrics that read a field, by name: the first two. */
const createReaders =
  ({ file }: Pick<FloorModel, 'file'>) =>
  (field: string): string => {
    const readers = file.metrics.filter(
      ({ of }) =>
        'from' in of &&
        (of.where.some((condition) => condition.field === field) ||
          (of.measure !== 'count' &&
            (('sum' in of.measure && of.measure.sum === field) ||
              ('mean' in of.measure && of.measure.mean === field)))),
    )
    const named = readers.slice(0, 2).map(({ name }) => quoted(name))
    return readers.length > 2 ? `${named.join(', ')} and others` : named.join(' and ')
  }

export const createFaultWords = (model: FloorModel): Words => {
  const readersOf = createReaders(model)
  const words: Readonly<Record<FactFault['code'], Words>> = {
    'unknown-person': createPersonWords(model),
    'unused-kind': createKindWords(model),
    'unmatched-value': createValueWords(model),
    'unknown-stage': createStageWords(model),
    'no-date': dateWords,
    'implausible-date': plausibilityWords,
    'no-amount': amountWords,
    'no-rate': rateWords,
    'no-probability': probabilityWords,
    'second-spelling': spellingWords,
    'no-field': ({ field }) => ({
      what: `${field} is missing, and ${readersOf(field)} cannot count without it`,
      todo: `Have the source send it. A metric with the condition { field: ${field}, exists: true } says that some have none.`,
    }),
    'wrong-type': ({ field, value }) => ({
      what: `${field} came as ${typeNames[value] ?? value}, which is not what ${readersOf(field)} can read`,
      todo: 'Have the source send a number as a number (12, not "12"), and yes or no as true or false; in a mapping of columns, as: number or as: boolean.',
    }),
  }
  return (fault) =>
    (fault.value === otherValues ? otherWords[fault.code] : undefined) ?? words[fault.code](fault)
}
