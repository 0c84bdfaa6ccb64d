// Sign-in by an OpenID provider: authorization code with PKCE, state and nonce.
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { GroupRoles } from './group-roles.ts'
import { isLoopbackAddress } from './loopback.ts'
import { AccessRefusal } from './refusal.ts'
import { hashSecret, newSecret } from './secret.ts'

export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What people read on the button. */
  readonly name: string
  readonly groups: GroupRoles
}

export interface OidcPerson {
  /** Issuer and subject, which stay the same whatever the person is called. */
  readonly subject: string
  readonly name: string
  /** In lower case. */
  readonly email: string
  readonly groups: readonly string[]
}

export interface Oidc {
  readonly name: string
  /** `callback`: the address that the provider sends the browser back to. `secret` goes into a cookie of that browser. */
  begin(callback: string): Promise<{ readonly url: string; readonly secret: string }>
  /** Throws `AccessRefusal` where the answer is not of a sign-in that this browser began. */
  finish(returnedTo: string, secret: string | null): Promise<OidcPerson>
}

interface Flow {
  readonly verifier: string
  readonly state: string
  readonly nonce: string
  readonly expiresAt: number
}

const flowMs = 600_000
/** Whoever begins more of them than this loses the oldest. */
const mostFlows = 1000

const Claims = z.object({
  iss: z.string(),
  sub: z.string(),
  name: z.string().optional(),
  email: z.email().transform((text) => text.toLowerCase()),
  /** A provider that lets people claim any address could make them anybody here. */
  email_verified: z.literal(true),
  groups: z.array(z.string()).default([]),
})

export const createOidc = (settings: OidcSettings, clock: Clock): Oidc => {
  const flows = new Map<string, Flow>()
  let configuration: Promise<Configuration> | null = null

  const configure = (): Promise<Configuration> => {
    const issuer = new URL(settings.issuer)
    // A provider on this machine itself may speak plain HTTP.
    const execute = isLoopbackAddress(issuer.hostname) ? [allowInsecureRequests] : []
    configuration ??= discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
      execute,
    }).catch((error) => {
      configuration = null
      throw new AccessRefusal(
        'too-busy',
        `${settings.name} does not answer: ${error instanceof Error ? error.message : String(error)}`,
      )
    })
    return configuration
  }
  const takeFlow = (secret: string | null): Flow => {
    const key = hashSecret(secret ?? '')
    const flow = flows.get(key)
    flows.delete(key)
    if (flow === undefined || flow.expiresAt < clock.now())
      throw new AccessRefusal('link-gone', 'This sign-in was begun too long ago, or in another browser.')
    return flow
  }

  return {
    name: settings.name,
    async begin(callback) {
      const config = await configure()
      const [verifier, state, nonce, secret] = [
        randomPKCECodeVerifier(),
        randomState(),
        randomNonce(),
        newSecret(),
      ]
      flows.set(hashSecret(secret), { verifier, state, nonce, expiresAt: clock.now() + flowMs })
      for (const key of flows.keys()) {
        if (flows.size <= mostFlows) break
        flows.delete(key)
      }
      const url = buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: 'openid profile email groups',
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      return { url: url.href, secret }
    },
    async finish(returnedTo, secret) {
      const { verifier, state, nonce } = takeFlow(secret)
      const answer = await authorizationCodeGrant(await configure(), new URL(returnedTo), {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      }).catch((error) => {
        if (error instanceof AccessRefusal) throw error
        throw new AccessRefusal(
          'wrong-sign-in',
          `${settings.name} did not sign you in: ${error instanceof Error ? error.message : String(error)}`,
        )
      })
      const claims = Claims.safeParse(answer.claims())
      if (!claims.success)
        throw new AccessRefusal(
          'wrong-sign-in',
          `${settings.name} does not say whose confirmed address it is.`,
        )
      const { iss, sub, name, email, groups } = claims.data
      return { subject: `${iss}|${sub}`, name: name ?? email, email, groups }
    },
  }
}
