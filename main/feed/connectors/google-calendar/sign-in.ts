// Google lets a service account in on behalf of each person of a company that has delegated that right to it: a claim that is
// signed with the account’s key is changed for a token of an hour.
import { importPKCS8, SignJWT } from 'jose'
import { z } from 'zod'
import type { SignedIn, SignInParts } from '../connector.ts'
import { parseExactJson } from '../exact-json.ts'
import { SourceTrouble } from '../source-trouble.ts'

export const calendarScope = 'https://www.googleapis.com/auth/calendar.events.readonly'
export const googleApi = 'https://www.googleapis.com'
const tokenAddress = 'https://oauth2.googleapis.com/token'
/** Before a token is over, another one is asked for. */
const marginMs = 300_000

const KeyFile = z.object({
  type: z.literal('service_account'),
  client_email: z.string().min(3),
  client_id: z.string().nullish(),
  private_key_id: z.string().nullish(),
  private_key: z.string().startsWith('-----BEGIN'),
})

const Granted = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })
const Refused = z.object({ error: z.string(), error_description: z.string().nullish() })

const jsonOf = (text: string): unknown => {
  try {
    return parseExactJson(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const keyFileOf = (text: string): z.infer<typeof KeyFile> => {
  const read = KeyFile.safeParse(jsonOf(text))
  if (read.success) return read.data
  throw new SourceTrouble(
    'sign-in',
    'What was pasted is no key file of a service account: paste the whole JSON file.',
  )
}

/** `now`: epoch ms. */
const claim = async (text: string, as: string, now: number): Promise<string> => {
  const file = keyFileOf(text)
  try {
    const key = await importPKCS8(file.private_key, 'RS256')
    const seconds = Math.floor(now / 1000)
    return await new SignJWT({ scope: calendarScope })
      .setProtectedHeader({
        alg: 'RS256',
        typ: 'JWT',
        ...(file.private_key_id && { kid: file.private_key_id }),
      })
      .setIssuer(file.client_email)
      .setSubject(as)
      .setAudience(tokenAddress)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 3600)
      .sign(key)
  } catch (error) {
    throw new SourceTrouble('sign-in', 'The private key in the key file is none, or was cut off.', {
      cause: error,
    })
  }
}

export const signIn = async ({ keys, api, send, now, as }: SignInParts): Promise<SignedIn> => {
  if (as === null) throw new Error('a calendar is read on behalf of its owner')
  const body = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: await claim(keys['file'] ?? '', as, now),
  })
  const reply = await send({
    method: 'POST',
    url: api === googleApi ? tokenAddress : `${api}/token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  })
  const said = jsonOf(reply.text)
  const granted = Granted.safeParse(said)
  if (reply.status === 200 && granted.success)
    return {
      headers: { authorization: `Bearer ${granted.data.access_token}` },
      until: now + granted.data.expires_in * 1000 - marginMs,
    }
  const { error = '', error_description: why = '' } = Refused.safeParse(said).data ?? {}
  if (error === 'unauthorized_client' || error === 'access_denied')
    throw new SourceTrouble(
      'rights',
      'Google does not let this service account read calendars of your company.',
      {
        click:
          'In the Admin console open Security, API controls, Domain-wide delegation, and add its client id with the scope.',
        scopes: [calendarScope],
      },
    )
  if (error === 'invalid_grant' && /email|user id|sub/i.test(why ?? ''))
    throw new SourceTrouble('rights', `${as} has no account in your Google Workspace.`)
  if (error === 'invalid_grant' || error === 'invalid_client')
    throw new SourceTrouble('sign-in', 'Google does not take the key of this service account any more.', {
      click: 'In the Google Cloud console make a new key for it, and paste its file here.',
    })
  throw new SourceTrouble(
    reply.status === 429 ? 'busy' : 'away',
    `Google does not answer a sign-in as it should (${reply.status}).`,
  )
}
