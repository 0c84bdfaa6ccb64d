import { FormattedMessage } from 'react-intl'
import { AccountRole } from '../../../../shared/wire/accounts.ts'
import { Card } from '../../kit/card.tsx'
import { useRoleWords } from '../../shell/role-words.ts'

export function RolesExplained() {
  const roleWords = useRoleWords()
  return (
    <Card title={<FormattedMessage id="console.access.roles" defaultMessage="What the roles may do" />}>
      <dl className="lines">
        {AccountRole.options.map((role) => (
          <div key={role} className="line">
            <div className="grow">
              <dt className="strong">{roleWords(role).name}</dt>
              <dd className="soft small">{roleWords(role).note}</dd>
            </div>
          </div>
        ))}
      </dl>
    </Card>
  )
}
