// Signing in, by password or by a company's own provider.
import { useSearch } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'
import { useMe } from '../../api/queries.ts'
import { PasswordSignIn } from '../../shell/password-sign-in.tsx'
import { useSay } from '../../words/words.tsx'
import { Outside } from './outside.tsx'
import { useEnter } from './use-enter.ts'
import { useTitle } from './use-title.ts'

export function SignIn() {
  const say = useSay()
  const me = useMe()
  const enter = useEnter()
  const { to } = useSearch({ from: '/sign-in' })
  useTitle(say({ id: 'console.sign-in.title', defaultMessage: 'Sign in' }))
  const providers = me?.providers ?? []
  return (
    <Outside
      headline={
        <FormattedMessage
          id="console.sign-in.headline"
          defaultMessage="Sign in to {floor}"
          values={{ floor: <span dir="auto">{me?.floor.name}</span> }}
        />
      }
    >
      <PasswordSignIn onSignedIn={() => void enter(to)} />
      {providers.length > 0 && (
        <>
          <p className="outside-or">
            <FormattedMessage id="console.sign-in.or" defaultMessage="or" />
          </p>
          {providers.map(({ id, name }) => (
            <a key={id} className="button plain usual" href={`/api/v1/oidc/${encodeURIComponent(id)}`}>
              <FormattedMessage
                id="console.sign-in.provider"
                defaultMessage="Go on with {name}"
                values={{ name }}
              />
            </a>
          ))}
        </>
      )}
      <a href="/console/forgotten" className="small">
        <FormattedMessage id="console.sign-in.forgotten" defaultMessage="Forgotten the password?" />
      </a>
    </Outside>
  )
}
