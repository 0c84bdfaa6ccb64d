// Who signs in, and with what: people, invitations that wait, tokens of programs and screens, and one's own sessions.
import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { accountsQuery } from '../../api/access.ts'
import { useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Page } from '../../kit/page.tsx'
import { useSay } from '../../words/words.tsx'
import { Invitations } from './invitations.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { People } from './people.tsx'
import { Recaps } from './recaps.tsx'
import { RolesExplained } from './roles-explained.tsx'
import { Tokens } from './tokens.tsx'

export function Access() {
  const say = useSay()
  const { administer } = useMay()
  const accounts = useQuery({ ...accountsQuery, enabled: administer }).data?.accounts ?? []
  const [inviting, setInviting] = useState(false)
  const title = say({ id: 'console.nav.access', defaultMessage: 'Access' })
  const admins = accounts.filter(({ role }) => role === 'admin').length
  return (
    <Page
      over={title}
      title={title}
      headline={
        administer ? (
          <FormattedMessage
            id="console.access.headline"
            defaultMessage="{count, plural, one {One person signs} other {# people sign}} in, {admins, plural, one {one is an admin} other {# are admins}}"
            values={{ count: accounts.length, admins }}
          />
        ) : (
          <FormattedMessage id="console.access.own" defaultMessage="Where you are signed in" />
        )
      }
      actions={
        administer && (
          <Button look="primary" icon={<UserPlus aria-hidden="true" />} onPress={() => setInviting(true)}>
            <FormattedMessage id="console.access.invite" defaultMessage="Invite somebody" />
          </Button>
        )
      }
      aside={<RolesExplained />}
    >
      {administer && (
        <>
          <People />
          <Invitations />
        </>
      )}
      <OwnSessions />
      {administer && <Recaps />}
      {administer && <Tokens />}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Page>
  )
}
