// Invitations that nobody has used yet.
import { useQuery } from '@tanstack/react-query'
import { FormattedDate, FormattedMessage } from 'react-intl'
import { invitationsQuery } from '../../api/access.ts'
import { Done, request } from '../../api/request.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useRoleWords } from '../../shell/role-words.ts'
import { useSay } from '../../words/words.tsx'
import { useAccessAct } from './use-access-act.ts'

export function Invitations() {
  const say = useSay()
  const act = useAccessAct()
  const roleWords = useRoleWords()
  const invitations = useQuery(invitationsQuery).data?.invitations ?? []
  if (invitations.length === 0) return null
  const takeBack = (id: string, name: string) =>
    void act(async () => {
      await request(Done, `/invitations/${encodeURIComponent(id)}`, { method: 'DELETE' })
      return say(
        { id: 'console.invitation.gone', defaultMessage: 'The link of {name} no longer works.' },
        { name },
      )
    })
  return (
    <Card title={<FormattedMessage id="console.invitations.title" defaultMessage="Invited, not here yet" />}>
      <ul className="lines">
        {invitations.map(({ id, name, email, role, by, expiresAt }) => (
          <li key={id} className="line">
            <div className="grow">
              <h3 dir="auto">{name}</h3>
              <p className="soft small">
                <FormattedMessage
                  id="console.invitation.line"
                  defaultMessage="{email}, as {role}, by {by}; until {date}"
                  values={{
                    email: <bdi>{email}</bdi>,
                    role: roleWords(role).name,
                    by: <bdi>{by}</bdi>,
                    date: <FormattedDate value={expiresAt} month="short" day="numeric" />,
                  }}
                />
              </p>
            </div>
            <Button size="small" look="danger" onPress={() => takeBack(id, name)}>
              <FormattedMessage id="console.invitation.take-back" defaultMessage="Take it back" />
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
