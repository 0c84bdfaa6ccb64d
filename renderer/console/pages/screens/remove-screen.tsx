// Another name for a screen, its TV off the wall, or the screen out of the floor.
import { useNavigate } from '@tanstack/react-router'
import { Ellipsis, Pencil, Trash2, Unplug } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { RevokedAnswer } from '../../../../shared/wire/screens.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { request } from '../../api/request.ts'
import { AskDialog } from '../../kit/ask-dialog.tsx'
import { MenuButton } from '../../kit/menu.tsx'
import { NameDialog } from '../../kit/name-dialog.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import type { KnownScreen } from './use-screens.ts'

export function RemoveScreen({ known }: { readonly known: KnownScreen }) {
  const say = useSay()
  const act = useAct()
  const edit = useEdit()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<'rename' | 'revoke' | null>(null)
  const { id, name } = known.screen
  const revoke = () =>
    void act(async () => {
      setAsking(null)
      await request(RevokedAnswer, `/screens/${encodeURIComponent(id)}/tokens`, { method: 'DELETE' })
      return say(
        { id: 'console.revoke.done', defaultMessage: 'The TV of {name} asks to be paired again.' },
        { name },
      )
    })
  const remove = async () => {
    const outcome = await edit(
      [{ do: 'remove', list: 'screens', id, everywhere: false }],
      say({ id: 'console.screen.removed', defaultMessage: '{name} is no screen any more.' }, { name }),
    )
    if (outcome.ok) await navigate({ to: '/screens' })
  }
  return (
    <>
      <MenuButton
        label={say({ id: 'console.screen.more', defaultMessage: 'More for {name}' }, { name })}
        icon={<Ellipsis aria-hidden="true" />}
        look="quiet"
        actions={[
          {
            id: 'rename',
            name: say({ id: 'console.screen.rename', defaultMessage: 'Rename' }),
            icon: <Pencil />,
            onAction: () => setAsking('rename'),
          },
          {
            id: 'revoke',
            name: say({ id: 'console.screen.revoke', defaultMessage: 'Take its TV off the wall…' }),
            icon: <Unplug />,
            danger: true,
            onAction: () => setAsking('revoke'),
          },
          {
            id: 'remove',
            name: say({ id: 'console.screen.remove', defaultMessage: 'Remove the screen' }),
            icon: <Trash2 />,
            danger: true,
            onAction: () => void remove(),
          },
        ]}
      />
      {asking === 'rename' && (
        <NameDialog
          title={say({ id: 'console.screen.rename.title', defaultMessage: 'Another name' })}
          action={say({ id: 'console.screen.rename', defaultMessage: 'Rename' })}
          initial={name}
          onName={(next) =>
            void edit(
              [{ do: 'set', list: 'screens', id, fields: { name: next } }],
              say(
                { id: 'console.screen.renamed', defaultMessage: 'It is called {name} now.' },
                { name: next },
              ),
            )
          }
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'revoke' && (
        <AskDialog
          onClose={() => setAsking(null)}
          onDo={revoke}
          title={say({ id: 'console.revoke.title', defaultMessage: 'Take {name} off the wall?' }, { name })}
          action={<FormattedMessage id="console.revoke.do" defaultMessage="Take it off" />}
        >
          <p>
            <FormattedMessage
              id="console.revoke.body"
              defaultMessage="Its TV loses its token at once and shows a pairing code, with your name. The screen and its schedule stay: pair another TV in its place."
            />
          </p>
        </AskDialog>
      )}
    </>
  )
}
