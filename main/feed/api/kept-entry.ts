// What a person writes down: what the disk or the rules refuse is said, and nothing of it is kept.
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Asker, Written } from '../coaching-notes/entry-book.ts'
import { TalksUnavailable } from '../store/talk-store.ts'
import { ApiError } from './api-error.ts'
import { readBody } from './json-body.ts'

/** Passes over what was done. */
const check = (written: Written): void => {
  switch (written) {
    case 'done':
      return
    case 'stale':
      throw new ApiError(
        'stale-note',
        'Somebody else changed this in the meantime. What you wrote is not saved: look at what stands there first.',
      )
    case 'gone':
      throw new ApiError('not-found', 'This is not there any more.')
    case 'forbidden':
      throw new ApiError('forbidden', 'Only whoever wrote this may change it.')
    case 'full':
      throw new ApiError('too-large', 'More is not kept here: remove what is no longer needed.')
  }
}

export const kept = (write: () => void): void => {
  try {
    write()
  } catch (error) {
    if (!(error instanceof TalksUnavailable)) throw error
    throw new ApiError('log-unavailable', `Nothing can be written at the moment: ${error.message}.`)
  }
}

/** The same of a note or an action. */
export const keptEntry = (write: () => Written): void => kept(() => check(write()))

interface Taking<Caller, Answer> {
  readonly callerOf: (request: FastifyRequest) => Caller | Promise<Caller>
  readonly askerOf: (caller: Caller) => Asker
  /** All that stands then. */
  readonly answer: (caller: Caller) => Answer | Promise<Answer>
}

/** Routes that take what the body says, once it is known who says it. */
export const takingEntries =
  <Caller, Answer>({ callerOf, askerOf, answer }: Taking<Caller, Answer>) =>
  <Body>(schema: z.ZodType<Body>, write: (asker: Asker, body: Body, request: FastifyRequest) => Written) =>
  async (request: FastifyRequest): Promise<Answer> => {
    const caller = await callerOf(request)
    const body = readBody(schema, request.body)
    keptEntry(() => write(askerOf(caller), body, request))
    return answer(caller)
  }
