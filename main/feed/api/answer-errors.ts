// Every error that leaves the API leaves here.
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import type { ApiErrorBody } from '../../../shared/wire/api-error.ts'
import { AccessRefusal } from '../access/refusal.ts'
import { AwardRefused } from '../awards/award-desk.ts'
import { BeginRefused } from '../begin/begin-floor.ts'
import { HandRefused } from '../by-hand/hand-desk.ts'
import { ChangeForbidden, EditedBadly, EditsRefused } from '../edits/edit-pieces.ts'
import { NotUndoable } from '../edits/undo-version.ts'
import { FloorLosesNames, FloorRefused } from '../fold/live-floor.ts'
import { ImportRefused, WithdrawalUnconfirmed } from '../imports/import-refused.ts'
import { BodyFault } from '../ingest/body-fault.ts'
import { LimitReached } from '../limits/limit-reached.ts'
import { LinkRefused, TooSoon } from '../outbox/congratulations.ts'
import { ConnectionRefused } from '../outbox/connections.ts'
import { SpiffRefused } from '../spiffs/spiff-desk.ts'
import { LogUnavailable, StaleFloor } from '../store/log.ts'
import { TalksUnavailable } from '../store/talk-store.ts'
import { VotesUnavailable } from '../store/vote-store.ts'
import { ThanksRefused } from '../thanks/thanks-desk.ts'
import { ApiError } from './api-error.ts'
import { badFloor } from './bad-floor.ts'
import { refusalIn } from './refusals/refusal-words.ts'

const retryAfterSeconds = 2

/** Nobody reads a longer list. */
const mostLost = 100

const unconfirmed = ({ lost, version }: FloorLosesNames): ApiError => {
  const facts = lost.reduce((sum, each) => sum + each.facts, 0)
  const many = facts === 1 ? '1 fact of a known person' : `${facts} facts of known people`
  return new ApiError(
    'unconfirmed-floor',
    `With this floor file ${many} would be unassigned; nothing was changed. Send it with ?confirm=unassigned if that is meant.`,
    { unassigned: lost.slice(0, mostLost), version },
  )
}

const fastifyCodes: Readonly<Record<string, ApiError>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new ApiError('unsupported-type', 'This content type is not taken here.'),
  FST_ERR_CTP_BODY_TOO_LARGE: new ApiError('too-large', 'The body is too large.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new ApiError('bad-body', 'The body is not as long as its header says.'),
  FST_STATIC_FORBIDDEN_PATH: new ApiError('not-found', 'The address leads to no file.'),
  FST_ERR_BAD_URL: new ApiError('not-found', 'The address is not well formed.'),
}

export const toApiError = (error: unknown): ApiError => {
  if (error instanceof ApiError) return error
  if (error instanceof AccessRefusal) return new ApiError(error.code, error.message)
  if (error instanceof LinkRefused) return new ApiError('link-gone', error.message)
  if (error instanceof TooSoon)
    return new ApiError('too-many-tries', error.message, { retryAfterSeconds: Math.ceil(error.seconds) })
  if (error instanceof ConnectionRefused) return new ApiError('bad-body', error.message)
  if (error instanceof BodyFault) return new ApiError(error.code, error.message)
  if (error instanceof BeginRefused) return new ApiError(error.code, error.message)
  if (error instanceof HandRefused) return new ApiError(error.code, error.message)
  if (error instanceof SpiffRefused) return new ApiError(error.code, error.message)
  if (error instanceof ThanksRefused) return new ApiError(error.code, error.message)
  if (error instanceof AwardRefused) return new ApiError(error.code, error.message)
  if (error instanceof ImportRefused) return new ApiError(error.code, error.message)
  if (error instanceof WithdrawalUnconfirmed) {
    const { withdrawal } = error
    return new ApiError(
      'unconfirmed-withdrawal',
      `${withdrawal.facts} of ${withdrawal.of} facts would be withdrawn, more than a fifth; nothing was withdrawn. Send "confirmed": true if that is meant.`,
      { withdrawal },
    )
  }
  if (error instanceof StaleFloor)
    return new ApiError(
      'stale-floor',
      `The floor was changed since you read it: ${error.message}. Read it again.`,
    )
  if (error instanceof EditsRefused) {
    const { refusal } = error
    return new ApiError(refusal.code, refusal.message, 'uses' in refusal ? { uses: [...refusal.uses] } : {})
  }
  if (error instanceof NotUndoable) return new ApiError('not-undoable', error.message)
  if (error instanceof ChangeForbidden) return new ApiError('forbidden', error.message)
  if (error instanceof EditedBadly) return badFloor(error.errors)
  if (error instanceof FloorRefused)
    return new ApiError('bad-floor', `The floor file is refused: ${error.message}.`)
  if (error instanceof FloorLosesNames) return unconfirmed(error)
  if (error instanceof LimitReached)
    return error.retryAfterSeconds === null
      ? new ApiError('no-room', error.message)
      : new ApiError('too-many-facts', error.message, { retryAfterSeconds: error.retryAfterSeconds })
  const isRefusedByDisk =
    error instanceof LogUnavailable || error instanceof TalksUnavailable || error instanceof VotesUnavailable
  if (isRefusedByDisk)
    return new ApiError('log-unavailable', 'Nothing can be written at the moment; try again shortly.')
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = fastifyCodes[code]
  if (known) return known
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  // What the server's libraries refuse by themselves: an odd method without a type, a byte that no address has.
  if (status >= 400 && status < 500) return new ApiError('bad-query', 'The request is not well formed.')
  return new ApiError('internal', 'Something went wrong in the feed; its log says what.')
}

export const sendError = (reply: FastifyReply, error: ApiError): FastifyReply => {
  const { retryAfterSeconds: wait = error.status === 503 ? retryAfterSeconds : undefined } = error.details
  if (wait !== undefined) void reply.header('retry-after', wait)
  if (error.code === 'unauthorized') void reply.header('www-authenticate', 'Bearer')
  const say = (message: string): string => refusalIn(reply.request.headers['accept-language'], message)
  const { errors } = error.details
  const body: ApiErrorBody = {
    ...{ code: error.code, message: say(error.message) },
    ...error.details,
    ...(errors && { errors: errors.map((each) => ({ ...each, message: say(each.message) })) }),
  }
  return reply.code(error.status).type('application/json; charset=utf-8').send(JSON.stringify(body))
}

/** Senders try again all the time, and the disk that the feed's own log goes to may be the one that is full. */
const outageEveryMs = 60_000

export const answerErrors = (app: FastifyInstance): void => {
  let outage = { message: '', at: Number.NEGATIVE_INFINITY }
  const isNews = (message: string): boolean => {
    const at = performance.now()
    if (message === outage.message && at - outage.at < outageEveryMs) return false
    outage = { message, at }
    return true
  }
  app.setErrorHandler<FastifyError | Error>((error, request, reply) => {
    const answer = toApiError(error)
    if (answer.code === 'internal') request.log.error({ err: error }, 'a request failed')
    if (answer.code === 'log-unavailable' && isNews(error.message))
      request.log.warn({ reason: error.message }, 'the log is unavailable: facts are refused')
    if (error instanceof AccessRefusal && error.retryAfterSeconds !== null)
      void reply.header('retry-after', error.retryAfterSeconds)
    // The rest of the body is read and dropped: many clients read no answer before they have sent all of it.
    request.raw.resume()
    return sendError(reply, answer)
  })
  app.setNotFoundHandler((request, reply) =>
    sendError(
      reply,
      new ApiError('not-found', `There is no ${request.method} ${request.url.split('?')[0]}.`),
    ),
  )
}
