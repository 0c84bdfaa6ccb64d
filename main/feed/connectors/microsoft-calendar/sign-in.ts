// Microsoft lets an app in on its own behalf, for an hour, with its secret.
import { z } from 'zod'
import type { SignedIn, SignInParts } from '../connector.ts'
import { parseExactJson } from '../exact-json.ts'
import { SourceTrouble } from '../source-trouble.ts'

export const graphApi = 'https://graph.microsoft.com'
const signInAddress = 'https://login.microsoftonline.com'
/** Before a token is over, another one is asked for. */
const marginMs = 300_000

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

export const signIn = async ({ keys, api, send, now }: SignInParts): Promise<SignedIn> => {
  const tenant = keys['tenant'] ?? ''
  if (!/^[\w.-]+$/.test(tenant))
    throw new SourceTrouble('sign-in', 'What was pasted as the directory (tenant) ID is none.')
  const reply = await send({
    method: 'POST',
    url: `${api === graphApi ? signInAddress : api}/${tenant}/oauth2/v2.0/token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: keys['client'] ?? '',
      client_secret: keys['secret'] ?? '',
      scope: 'https://graph.microsoft.com/.default',
    }).toString(),
  })
  const said = jsonOf(reply.text)
  const granted = Granted.safeParse(said)
  if (reply.status === 200 && granted.success)
    return {
      headers: {
        authorization: `Bearer ${granted.data.access_token}`,
        // Else times come in zones that only Windows names.
        prefer: 'outlook.timezone="UTC"',
      },
      until: now + granted.data.expires_in * 1000 - marginMs,
    }
  if (reply.status === 429 || reply.status >= 500)
    throw new SourceTrouble('away', `Microsoft does not answer a sign-in as it should (${reply.status}).`)
  const why = Refused.safeParse(said).data?.error_description ?? ''
  const code = /AADSTS\d+/.exec(why)?.[0]
  throw new SourceTrouble(
    'sign-in',
    `Microsoft does not let this app in any more${code === undefined ? '' : ` (${code})`}.`,
    {
      click:
        'In the Entra admin center open App registrations, the app, Certificates & secrets, make a new client secret, and paste its value here.',
    },
  )
}
