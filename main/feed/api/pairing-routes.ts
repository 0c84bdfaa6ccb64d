// How a TV asks for a code, and how a manager makes a screen of the TV that shows it.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  FoundTv,
  NewTv,
  PairedAnswer,
  PairingAnswer,
  PairingCode,
  PairingState,
  PairRequest,
} from '../../../shared/wire/pairing.ts'
import { byOf, isKnown } from '../access/principal.ts'
import { addressKey } from '../screens/pairing/address-key.ts'
import { createPairScreens } from '../screens/pairing/pair-screens.ts'
import { addScreenTo } from './add-screen.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { originFor } from './console-address.ts'
import { readBody, shortBody } from './json-body.ts'
import { routeSchema } from './route-schema.ts'

const CodeParams = z.object({ code: z.string() })
const StateRequest = z.strictObject({ secret: z.string().max(100) })

/** The same for a code that never was and for one that has ended: which of the two says something about others. */
const noSuchCode = () =>
  new ApiError('not-found', 'No TV shows this code. Codes change every five minutes: read it again.')

const tooMany = (what: string, until: number, now: number): ApiError => {
  const retryAfterSeconds = Math.max(1, Math.ceil((until - now) / 1000))
  return new ApiError('too-many-tries', `${what} Try again in ${retryAfterSeconds} s.`, { retryAfterSeconds })
}

const guesser = (request: FastifyRequest): readonly string[] => {
  const address = addressKey(request.ip)
  return isKnown(request.principal) ? [byOf(request.principal), address] : [address]
}

export const pairingRoutes = (parts: ApiParts) => {
  const { floor, identity, screens, clock } = parts
  const { desk, guesses, begun, lost } = parts.pairing
  const pair = createPairScreens({
    desk,
    screens,
    floor,
    tokens: identity.tokens,
    clock,
    addScreen: addScreenTo(parts),
  })

  /** Throws where the guess is not heard; logs what an admin wants to know of. */
  const listen = (request: FastifyRequest): void => {
    const now = clock.now()
    const until = guesses.refusal(guesser(request), now)
    if (until === null) return
    request.log.warn({ address: request.ip, by: byOf(request.principal) }, 'pairing codes are being guessed')
    throw tooMany('Too many wrong codes.', until, now)
  }

  const wrong = (request: FastifyRequest, code: string | null): ApiError => {
    const now = clock.now()
    guesses.noteWrong(guesser(request), now)
    const ended = code === null ? 0 : desk.noteWrong(code, now)
    const about = { address: request.ip, by: byOf(request.principal) }
    request.log.info(about, 'a pairing code was wrong')
    if (ended > 0) request.log.warn(about, 'a pairing code was almost guessed five times, and has ended')
    return noSuchCode()
  }

  /** Null for what cannot be a code, which counts as a wrong one. */
  const codeOf = (request: FastifyRequest): string | null => {
    listen(request)
    return PairingCode.safeParse(CodeParams.parse(request.params).code).data ?? null
  }

  return async (app: FastifyInstance): Promise<void> => {
    app.post(
      '/api/v1/pairings',
      {
        ...shortBody,
        schema: routeSchema('A new TV asks for a code', { body: NewTv, answer: PairingAnswer }),
      },
      async (request): Promise<PairingAnswer> => {
        const tv = readBody(NewTv, request.body)
        const now = clock.now()
        const until = begun.take(addressKey(request.ip), now)
        if (until !== null) throw tooMany('Too many TVs ask for codes from this address.', until, now)
        const { code, secret, expiresAt } = desk.begin(tv, request.ip, now)
        const origin = originFor(request, parts)
        request.log.info({ address: request.ip, shell: tv.shell }, 'a TV asks to be paired')
        return {
          code,
          secret,
          now,
          expiresAt,
          url: `${origin}/console/pair/${code}`,
          console: `${origin.replace(/^https?:\/\//, '')}/console`,
        }
      },
    )
    app.post(
      '/api/v1/pairings/state',
      {
        ...shortBody,
        schema: routeSchema('Whether the TV has been paired', { body: StateRequest, answer: PairingState }),
      },
      async (request): Promise<PairingState> => {
        const { secret } = readBody(StateRequest, request.body)
        const now = clock.now()
        const state = desk.state(secret, now)
        if (state !== null) return state
        const until = lost.take(addressKey(request.ip), now)
        if (until !== null) throw tooMany('Too many unknown secrets.', until, now)
        return { state: 'gone' }
      },
    )
    app.get(
      '/api/v1/pairings/:code',
      { schema: routeSchema('The TV that shows this code', { params: CodeParams, answer: FoundTv }) },
      async (request): Promise<FoundTv> => {
        const code = codeOf(request)
        const found = code === null ? null : desk.find(code, clock.now())
        if (found === null) throw wrong(request, code)
        return found
      },
    )
    app.post(
      '/api/v1/pairings/:code',
      {
        ...shortBody,
        schema: routeSchema('Make a screen of the TV that shows this code', {
          params: CodeParams,
          body: PairRequest,
          answer: PairedAnswer,
        }),
      },
      async (request): Promise<z.infer<typeof PairedAnswer>> => {
        const asked = readBody(PairRequest, request.body)
        const code = codeOf(request)
        const outcome = code === null ? null : await pair(code, asked, request.principal)
        if (outcome === null || ('refused' in outcome && outcome.refused === 'gone'))
          throw wrong(request, code)
        if ('refused' in outcome)
          throw new ApiError('not-found', 'The floor has no such screen to put this TV in the place of.')
        request.log.info({ screen: outcome.screen, by: byOf(request.principal) }, 'a TV was paired')
        return outcome
      },
    )
  }
}
