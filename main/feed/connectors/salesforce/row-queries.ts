// What is asked of each kind of row: which fields, which of the rows, and which of them lie in a window.
import { formatDay } from '../../../../shared/domain/time/calendar-date.ts'
import type { Zone } from '../../../../shared/domain/time/zone.ts'
import type { SourceObject } from '../../../../shared/wire/source.ts'
import type { PastWindow } from '../connector.ts'
import { emailTaskFields, eventFields, taskFields } from './activity-facts.ts'
import { dealFields } from './deal-facts.ts'
import type { OrgSchema } from './org.ts'
import type { Known } from './org-book.ts'
import { all, instant, quoted } from './soql.ts'

export const rowsOf = { deals: 'Opportunity', calls: 'Task', meetings: 'Event', emails: 'Task' } as const

/** With the splits and the team of a deal within it. */
export const selectOf = (object: SourceObject, known: Known): readonly string[] => {
  const { schema, splitType, splitsName, teamName } = known
  if (object === 'calls') return schema.fieldsOf('Task', taskFields)
  if (object === 'meetings') return schema.fieldsOf('Event', eventFields)
  if (object === 'emails') return schema.fieldsOf('Task', emailTaskFields)
  const ofType = `WHERE SplitTypeId = ${quoted(splitType ?? '')}`
  return [
    ...schema.fieldsOf('Opportunity', dealFields),
    ...(splitsName === null
      ? []
      : [`(SELECT SplitOwnerId, SplitPercentage, IsDeleted FROM ${splitsName} ${ofType})`]),
    ...(teamName === null ? [] : [`(SELECT UserId, IsDeleted FROM ${teamName})`]),
  ]
}

/** Which rows of an object are read at all; '': all. */
export const kindOf = (object: SourceObject, schema: OrgSchema): string => {
  if (object !== 'calls' && object !== 'emails') return ''
  // Dialers log calls as tasks of whatever kind.
  const isTimed = schema.has('Task', 'CallDurationInSeconds')
  if (object === 'emails') return all("TaskSubtype = 'Email'", isTimed ? 'CallDurationInSeconds = null' : '')
  return isTimed ? "(TaskSubtype = 'Call' OR CallDurationInSeconds != null)" : "TaskSubtype = 'Call'"
}

/** Of these rows, which can count: what is planned is read once it is done. */
export const doneOf = (object: SourceObject): string =>
  object === 'calls' || object === 'emails' ? 'IsClosed = true' : ''

/** Dates are compared as dates, by the days of the zone. */
export const inWindow = (
  object: SourceObject,
  { from, to, openOnly }: PastWindow,
  schema: OrgSchema,
  zone: Zone,
): string => {
  const dayAt = (ms: number): string => formatDay(zone.dayAt(ms))
  const within = (field: string, literal: (ms: number) => string): string =>
    all(from === null ? '' : `${field} >= ${literal(from)}`, to === null ? '' : `${field} < ${literal(to)}`)
  if (object === 'deals') return all(within('CloseDate', dayAt), openOnly ? 'IsClosed = false' : '')
  if (object === 'meetings') return within('StartDateTime', instant)
  const done = schema.has('Task', 'CompletedDateTime') ? 'CompletedDateTime' : 'CreatedDate'
  const [dated, undated] = [within('ActivityDate', dayAt), all('ActivityDate = null', within(done, instant))]
  return dated === '' ? '' : `((${dated}) OR (${undated}))`
}
