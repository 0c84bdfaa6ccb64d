// Tasks and events of Salesforce as calls, e-mails and meetings of whoever owns them.

import type { Zone } from '../../../../shared/domain/time/zone.ts'
import type { VendorFact, VendorOwner } from '../connector.ts'
import { dateIn, instantIn, isoIn, isTrue, type Row, rowIn, textIn } from './answers.ts'
import { cut, factId, nameOfOwner, whenOn } from './deal-facts.ts'

export const taskFields = [
  'Id',
  'TaskSubtype',
  'IsClosed',
  'OwnerId',
  'WhatId',
  'Account.Name',
  'ActivityDate',
  'CompletedDateTime',
  'CreatedDate',
  'CallDurationInSeconds',
  'CallDisposition',
  'CallType',
  'IsRecurrence',
  'IsDeleted',
  'SystemModstamp',
] as const

export const emailTaskFields = taskFields.filter(
  (field) => field !== 'CallDisposition' && field !== 'CallType',
)

export const eventFields = [
  'Id',
  'OwnerId',
  'WhatId',
  'Account.Name',
  'StartDateTime',
  'EndDateTime',
  'IsAllDayEvent',
  'ActivityDate',
  'Type',
  'IsChild',
  'IsRecurrence',
  'IsDeleted',
  'SystemModstamp',
] as const

export interface ActivityContext {
  readonly owners: ReadonlyMap<string, VendorOwner>
  readonly zone: Zone
}

/** Ids of deals begin so in every organization. */
const dealPrefix = '006'

export const dealOf = (row: Row): string | null => {
  const what = textIn(row, 'WhatId')
  return what?.startsWith(dealPrefix) ? what : null
}

/** A length that is none, or longer than a week, says nothing. */
const secondsOf = (seconds: number): number | null =>
  Number.isFinite(seconds) && seconds >= 0 && seconds <= 604_800 ? seconds : null

const about = (row: Row) => {
  const deal = dealOf(row)
  const account = cut(textIn(rowIn(row, 'Account'), 'Name'), 1000)
  return {
    ...(deal !== null && { deal: factId('deal', deal) }),
    ...(account !== null && { account }),
  }
}

const isCall = (row: Row): boolean =>
  textIn(row, 'TaskSubtype') === 'Call' || textIn(row, 'CallDurationInSeconds') !== null

/** Null for what is no call, or none yet: one that is planned counts nowhere. */
export const callFact = (row: Row, { owners, zone }: ActivityContext): VendorFact | null => {
  if (!isCall(row) || !isTrue(row, 'IsClosed') || isTrue(row, 'IsRecurrence')) return null
  const done = instantIn(row, 'CompletedDateTime') ?? instantIn(row, 'CreatedDate')
  const at = whenOn(dateIn(row, 'ActivityDate'), done, zone)
  if (at === null) return null
  const direction = textIn(row, 'CallType')
  const seconds = textIn(row, 'CallDurationInSeconds')
  return {
    id: factId('call', textIn(row, 'Id') ?? ''),
    version: isoIn(row, 'SystemModstamp'),
    type: 'activity',
    kind: 'call',
    at,
    durationSeconds: seconds === null ? null : secondsOf(Number(seconds)),
    outcome: cut(textIn(row, 'CallDisposition'), 1000),
    ...about(row),
    ...(direction !== null && { fields: { Direction: direction.slice(0, 2000) } }),
    credits: [{ rep: nameOfOwner(textIn(row, 'OwnerId'), owners) }],
  }
}

/** Null for the copy of an event that each of those invited has, and for the pattern of a series. */
export const meetingFact = (row: Row, { owners }: ActivityContext): VendorFact | null => {
  if (isTrue(row, 'IsChild') || isTrue(row, 'IsRecurrence')) return null
  const isAllDay = isTrue(row, 'IsAllDayEvent')
  const [start, end] = [instantIn(row, 'StartDateTime'), instantIn(row, 'EndDateTime')]
  // Of a whole day the instant is midnight in Greenwich, whatever the zone.
  const at = isAllDay ? dateIn(row, 'ActivityDate') : isoIn(row, 'StartDateTime')
  if (at === null) return null
  const type = textIn(row, 'Type')
  return {
    id: factId('meeting', textIn(row, 'Id') ?? ''),
    version: isoIn(row, 'SystemModstamp'),
    type: 'activity',
    kind: 'meeting',
    at,
    durationSeconds: isAllDay || start === null || end === null ? null : secondsOf((end - start) / 1000),
    ...about(row),
    ...(type !== null && { fields: { Type: type.slice(0, 2000) } }),
    credits: [{ rep: nameOfOwner(textIn(row, 'OwnerId'), owners) }],
  }
}

/** What is known of the e-mail that a task stands for. */
export interface EmailOfTask {
  readonly isIncoming: boolean
  readonly isReply: boolean
}

/** `emails`: by the ids of their tasks; a task without one is of somebody who sent it, and logged it so. */
export const emailFact = (
  row: Row,
  { owners, zone }: ActivityContext,
  emails: ReadonlyMap<string, EmailOfTask>,
): VendorFact | null => {
  if (textIn(row, 'TaskSubtype') !== 'Email' || isCall(row)) return null
  if (!isTrue(row, 'IsClosed') || isTrue(row, 'IsRecurrence')) return null
  const done = instantIn(row, 'CompletedDateTime') ?? instantIn(row, 'CreatedDate')
  const at = whenOn(dateIn(row, 'ActivityDate'), done, zone)
  if (at === null) return null
  const id = textIn(row, 'Id') ?? ''
  const email = emails.get(id)
  return {
    id: factId('email', id),
    version: isoIn(row, 'SystemModstamp'),
    type: 'activity',
    kind: email?.isIncoming !== true ? 'email' : email.isReply ? 'reply' : 'incoming email',
    at,
    ...about(row),
    credits: [{ rep: nameOfOwner(textIn(row, 'OwnerId'), owners) }],
  }
}
