import { FormattedMessage } from 'react-intl'
import { AccountRole } from '../../../../shared/wire/accounts.ts'
import { Card } from '../../kit/card.tsx'
import { useRoleWords } from '../../shell/role-words.ts'

export function RolesExplained() {
  const roleWords = useRoleWords()
  return (
    <Card title={<FormattedMessage id="console.access.roles" defaultMessage="What the roles may do" />}>
      <ul className="lines">
        {AccountRole.options.map((role) => (
          <li key={role} className="line">
            <div className="grow">
              <h3>{roleWords(role).name}</h3>
              <p className="soft small">{roleWords(role).note}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
