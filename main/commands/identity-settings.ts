// The OpenID provider and the mail server, by variables: what they hold is secret, and everybody on the machine can read a
// command line.
import { readFileSync } from 'node:fs'
import { GroupRoles } from '../feed/access/group-roles.ts'
import type { MailSettings } from '../feed/access/mailer.ts'
import type { OidcSettings } from '../feed/access/oidc.ts'
import { BadSetUp } from '../feed/bad-set-up.ts'

type Variables = Readonly<Record<string, string | undefined>>

const readGroups = (file: string | undefined): GroupRoles => {
  if (file === undefined) return {}
  try {
    return GroupRoles.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new BadSetUp(`FLOORBOARD_OIDC_GROUPS, ${file}, cannot be read: ${why}`, { cause: error })
  }
}

/** Undefined where none is set up. Throws `BadSetUp` where a part is missing. */
export const readOidcSettings = (variables: Variables): OidcSettings | undefined => {
  const issuer = variables['FLOORBOARD_OIDC_ISSUER']
  if (!issuer) return undefined
  if (!URL.canParse(issuer))
    throw new BadSetUp('FLOORBOARD_OIDC_ISSUER must be an address such as https://login.northwind.example.')
  const [clientId, clientSecret] = ['FLOORBOARD_OIDC_CLIENT_ID', 'FLOORBOARD_OIDC_CLIENT_SECRET'].map(
    (name) => {
      const value = variables[name]
      if (!value) throw new BadSetUp(`FLOORBOARD_OIDC_ISSUER needs ${name} too.`)
      return value
    },
  )
  return {
    issuer,
    clientId: clientId ?? '',
    clientSecret: clientSecret ?? '',
    name: variables['FLOORBOARD_OIDC_NAME'] || new URL(issuer).hostname,
    groups: readGroups(variables['FLOORBOARD_OIDC_GROUPS']),
  }
}

/** Undefined where none is set up. Throws `BadSetUp` where a part is missing. */
export const readMailSettings = (variables: Variables): MailSettings | undefined => {
  const url = variables['FLOORBOARD_SMTP_URL']
  const from = variables['FLOORBOARD_MAIL_FROM']
  if (!url && !from) return undefined
  if (!url || !from || !URL.canParse(url))
    throw new BadSetUp(
      'Mail needs FLOORBOARD_SMTP_URL, such as smtps://user:password@mail.northwind.example, and FLOORBOARD_MAIL_FROM.',
    )
  return { url, from }
}
