// Signing in to Salesforce without a person: as the user that the app runs as, by its secret; or as a user who approved the app
// before, by a certificate whose private key signs for three minutes.
import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import type { Keys } from '../../../../shared/wire/sources.ts'
import type { SignedIn, SignInParts } from '../connector.ts'
import { SourceTrouble } from '../source-trouble.ts'
import { TokenAnswer, TokenFault } from './answers.ts'

export const keyIds = {
  consumer: 'consumer-key',
  secret: 'consumer-secret',
  user: 'username',
  privateKey: 'private-key',
} as const

/** Salesforce takes five at most. */
const assertionSeconds = 180

const openApp = 'In Salesforce open Setup, External Client App Manager, and the app'

/**
 * Where a customer's Salesforce answers: `northwind.my.salesforce.com`, however it was copied, also from the address line of a
 * page of it. Throws `SourceTrouble`.
 */
export const addressOf = (address: string): string => {
  const host = address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/\.lightning\.force\.com$/, '.my.salesforce.com')
    .replace(/\.my\.salesforce-setup\.com$/, '.my.salesforce.com')
  if (!/^[a-z0-9][a-z0-9.-]*\.my\.salesforce\.(com|mil)$/.test(host))
    throw new SourceTrouble(
      'strange',
      `“${address.slice(0, 100).toWellFormed()}” is no My Domain of Salesforce.`,
      {
        click: 'It is under Setup, My Domain, and looks like northwind.my.salesforce.com.',
      },
    )
  return `https://${host}`
}

const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64url')

const privateKeyOf = (pem: string): KeyObject => {
  try {
    return createPrivateKey(pem)
  } catch (error) {
    throw new SourceTrouble(
      'sign-in',
      'What was pasted as the private key is none: it begins with -----BEGIN PRIVATE KEY-----, and has no password.',
      { cause: error },
    )
  }
}

/** Sandboxes are signed in to by another audience. */
const audienceOf = (address: string): string =>
  /\.sandbox\.|\.scratch\.|--/.test(address) ? 'https://test.salesforce.com' : 'https://login.salesforce.com'

const assertionOf = (keys: Keys, address: string, now: number): string => {
  const head = base64(JSON.stringify({ alg: 'RS256', typ: 'JWT' }))
  const claims = base64(
    JSON.stringify({
      iss: keys[keyIds.consumer],
      sub: keys[keyIds.user],
      aud: audienceOf(address),
      exp: Math.floor(now / 1000) + assertionSeconds,
    }),
  )
  const signature = sign(
    'RSA-SHA256',
    Buffer.from(`${head}.${claims}`),
    privateKeyOf(keys[keyIds.privateKey] ?? ''),
  )
  return `${head}.${claims}.${base64(signature)}`
}

const formOf = ({ keys, address, now }: SignInParts): URLSearchParams => {
  if (keys[keyIds.privateKey] !== undefined) {
    if (keys[keyIds.user] === undefined)
      throw new SourceTrouble(
        'sign-in',
        'With a private key the username of the user to sign in as is needed, too.',
      )
    return new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: assertionOf(keys, address, now),
    })
  }
  const secret = keys[keyIds.secret]
  if (secret === undefined)
    throw new SourceTrouble('sign-in', 'The Consumer Secret is missing, or a private key in its place.')
  return new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: keys[keyIds.consumer] ?? '',
    client_secret: secret,
  })
}

/** What is wrong, by what Salesforce says, and where it is put right; the first that fits. */
const refusals: readonly { readonly of: RegExp; readonly what: string; readonly click: string | null }[] = [
  {
    of: /not supported on this domain/i,
    what: 'This address does not let programs in.',
    click: 'Use your own address: Setup, My Domain.',
  },
  {
    of: /no client credentials user/i,
    what: 'The app has nobody to run as.',
    click: `${openApp}, Policies, and set Run As to a user who may read what is listed here.`,
  },
  {
    of: /invalid_client_id|client identifier invalid/i,
    what: 'Salesforce knows no app with this Consumer Key.',
    click: `${openApp}, Settings, and copy its Consumer Key anew. A new app is known after some ten minutes.`,
  },
  {
    of: /invalid_client\b/i,
    what: 'The Consumer Secret is not that of this Consumer Key.',
    click: `${openApp}, Settings, and copy both anew.`,
  },
  {
    of: /unsupported_grant_type|client credentials flow not enabled/i,
    what: 'The app does not let programs in by a secret.',
    click: `${openApp}, Settings, and tick Enable Client Credentials Flow.`,
  },
  {
    of: /approved|invalid_app_access/i,
    what: 'The user has not been approved for the app.',
    click: `${openApp}, Policies, choose Admin approved users are pre-authorized, and add the user’s permission set or profile.`,
  },
  {
    of: /invalid assertion|audience|signature|expired/i,
    what: 'Salesforce does not take what the private key signed.',
    click: `${openApp}, Settings, upload the certificate of this private key, and look whether this computer’s clock is right.`,
  },
  {
    of: /inactive_user|inactive_org/i,
    what: 'The user, or the whole Salesforce, is switched off.',
    click: null,
  },
]

const refusalOf = (status: number, body: unknown): SourceTrouble => {
  if (status === 429 || status >= 500)
    return new SourceTrouble('away', `Salesforce has trouble of its own with signing in (${status}).`)
  const fault = TokenFault.safeParse(body).data
  if (fault === undefined)
    return new SourceTrouble(
      'strange',
      `Salesforce answered to signing in with something unforeseen (${status}).`,
    )
  const said = `${fault.error}: ${fault.error_description ?? ''}`
  const known = refusals.find(({ of }) => of.test(said))
  return new SourceTrouble(
    'sign-in',
    known?.what ?? `Salesforce does not let it in (${fault.error.slice(0, 60)}).`,
    {
      click: known?.click ?? `${openApp}, and compare its keys with those here.`,
    },
  )
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export interface SalesforceSession extends SignedIn {
  readonly token: string
  /** Where this customer's numbers are, without a slash at the end. */
  readonly api: string
  /** The organization's id; null where the answer lacks it. */
  readonly organization: string | null
}

export const openSession = async (parts: SignInParts): Promise<SalesforceSession> => {
  const { api, send } = parts
  const reply = await send({
    method: 'POST',
    url: `${api}/services/oauth2/token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: formOf(parts).toString(),
  })
  const answer = TokenAnswer.safeParse(parsed(reply.text)).data
  if (reply.status !== 200 || answer === undefined) throw refusalOf(reply.status, parsed(reply.text))
  return {
    token: answer.access_token,
    headers: { authorization: `Bearer ${answer.access_token}` },
    api: answer.instance_url?.replace(/\/+$/, '') || api,
    organization: /\/id\/(00D\w{12,15})\//.exec(answer.id ?? '')?.[1] ?? null,
    // How long a session lasts is a setting of theirs that the answer does not tell: it is over when it is refused.
    until: null,
  }
}

export const signIn = async (parts: SignInParts): Promise<SignedIn> => {
  const { headers, api, until } = await openSession(parts)
  return { headers, api, until }
}
