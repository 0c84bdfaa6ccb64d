// Who is signed in, the page's colours, and the way out.
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { LogOut, Moon, Sun, SunMoon } from 'lucide-react'
import { useStore } from '../../live/use-store.ts'
import { useMe } from '../api/queries.ts'
import { Done, request } from '../api/request.ts'
import { MenuButton } from '../kit/menu.tsx'
import { chooseScheme, schemeChoice } from '../theme/scheme.ts'
import { useSay } from '../words/words.tsx'
import { useRoleWords } from './role-words.ts'
import { useAct } from './use-act.ts'
import './account-menu.css'

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((part) => [...part].slice(0, 1))
    .slice(0, 2)
    .join('')
    .toUpperCase()

export function AccountMenu() {
  const say = useSay()
  const me = useMe()
  const act = useAct()
  const client = useQueryClient()
  const navigate = useNavigate()
  const roleWords = useRoleWords()
  const scheme = useStore(schemeChoice, (value) => value)
  const { account } = me ?? {}
  const name = account?.name ?? say({ id: 'console.account.local', defaultMessage: 'This machine' })
  const signOut = () =>
    act(async () => {
      await request(Done, '/sign-out', { method: 'POST' })
      client.clear()
      await navigate({ to: '/sign-in' })
      return null
    })
  const schemes = [
    {
      id: 'system',
      name: say({ id: 'console.scheme.system', defaultMessage: 'Colours of this machine' }),
      icon: <SunMoon />,
    },
    { id: 'light', name: say({ id: 'console.scheme.light', defaultMessage: 'Light' }), icon: <Sun /> },
    { id: 'dark', name: say({ id: 'console.scheme.dark', defaultMessage: 'Dark' }), icon: <Moon /> },
  ] as const
  return (
    <div className="account">
      <MenuButton
        look="quiet"
        label={name}
        actions={[
          ...schemes.map(({ id, name: words, icon }) => ({
            id,
            name: words,
            icon,
            disabled: scheme === id,
            onAction: () => chooseScheme(id),
          })),
          ...(account
            ? [
                {
                  id: 'out',
                  name: say({ id: 'console.account.sign-out', defaultMessage: 'Sign out' }),
                  icon: <LogOut />,
                  onAction: () => void signOut(),
                },
              ]
            : []),
        ]}
      >
        <span className="account-face" aria-hidden="true">
          {initialsOf(name)}
        </span>
        <span className="account-words">
          <span className="cut" dir="auto">
            {name}
          </span>
          {account && <span className="account-role cut">{roleWords(account.role).name}</span>}
        </span>
      </MenuButton>
    </div>
  )
}
