// The people who sign in, their roles, and the way to let one in again or out.
import { useQuery } from '@tanstack/react-query'
import { Ellipsis, KeyRound, Trash2, UserRound } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, FormattedRelativeTime } from 'react-intl'
import { AccountRole, ResetLinkAnswer } from '../../../../shared/wire/accounts.ts'
import { accountsQuery } from '../../api/access.ts'
import { feedNow } from '../../api/feed-time.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { useMe } from '../../api/queries.ts'
import { Done, request } from '../../api/request.ts'
import { AskDialog } from '../../kit/ask-dialog.tsx'
import { Card } from '../../kit/card.tsx'
import { CopyLine } from '../../kit/copy-line.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Loading } from '../../kit/loading.tsx'
import { MenuButton } from '../../kit/menu.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useRoleWords } from '../../shell/role-words.ts'
import { useSay } from '../../words/words.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { useAccessAct } from './use-access-act.ts'

export function People() {
  const say = useSay()
  const act = useAccessAct()
  const me = useMe()?.account
  const roleWords = useRoleWords()
  const { data } = useQuery(accountsQuery)
  const [link, setLink] = useState<{ readonly name: string; readonly link: string } | null>(null)
  const [linking, setLinking] = useState<string | null>(null)
  const [removing, setRemoving] = useState<string | null>(null)
  const floor = useFloor()?.file
  if (!data) return <Loading />
  const path = (id: string) => `/accounts/${encodeURIComponent(id)}`
  const setRole = (id: string, name: string, role: AccountRole) =>
    void act(async () => {
      await request(Done, path(id), { method: 'PATCH', json: { role } })
      return say(
        { id: 'console.people.role.set', defaultMessage: '{name} is {role} now.' },
        { name, role: roleWords(role).name },
      )
    })
  const setPerson = (id: string, name: string, person: string | null) =>
    void act(async () => {
      await request(Done, path(id), { method: 'PATCH', json: { person } })
      return say(
        {
          id: 'console.person.set',
          defaultMessage:
            '{person, select, none {{name} is nobody of the floor.} other {{name} is {who} on the floor.}}',
        },
        {
          name,
          person: person === null ? 'none' : 'some',
          who: floor?.people.find((each) => each.id === person)?.name ?? '',
        },
      )
    })
  const linked = data.accounts.find(({ id }) => id === linking)
  const removed = data.accounts.find(({ id }) => id === removing)
  const remove = (id: string, name: string) =>
    void act(async () => {
      await request(Done, path(id), { method: 'DELETE' })
      return say({ id: 'console.people.removed', defaultMessage: '{name} can no longer sign in.' }, { name })
    })
  const makeLink = (id: string, name: string) =>
    void act(async () => {
      const made = await request(ResetLinkAnswer, `${path(id)}/reset-link`, { method: 'POST' })
      setLink({ name, link: made.link })
      return null
    })
  return (
    <Card title={<FormattedMessage id="console.people.title" defaultMessage="People" />}>
      <ul className="lines">
        {data.accounts.map(({ id, name, email, role, lastSeen }) => (
          <li key={id} className="line">
            <div className="grow">
              <h3 dir="auto">{name}</h3>
              <p className="soft small cut">
                <bdi>{email}</bdi>
                {lastSeen !== null && (
                  <>
                    {' · '}
                    <FormattedRelativeTime
                      value={(lastSeen - feedNow()) / 1000}
                      numeric="auto"
                      updateIntervalInSeconds={60}
                    />
                  </>
                )}
              </p>
            </div>
            <Picker
              label={say({ id: 'console.people.role', defaultMessage: 'Role of {name}' }, { name })}
              labelUnseen
              choices={AccountRole.options.map((each) => ({ id: each, ...roleWords(each) }))}
              value={role}
              onChange={(next) => setRole(id, name, next)}
            />
            <MenuButton
              label={say({ id: 'console.people.more', defaultMessage: 'More for {name}' }, { name })}
              icon={<Ellipsis aria-hidden="true" />}
              look="quiet"
              actions={[
                {
                  id: 'person',
                  name: say({ id: 'console.person.do', defaultMessage: 'Who they are on the floor' }),
                  icon: <UserRound />,
                  onAction: () => setLinking(id),
                },
                {
                  id: 'reset',
                  name: say({ id: 'console.people.reset', defaultMessage: 'Link for a new password' }),
                  icon: <KeyRound />,
                  onAction: () => makeLink(id, name),
                },
                {
                  id: 'remove',
                  name: say({ id: 'console.people.remove.do', defaultMessage: 'Remove…' }),
                  icon: <Trash2 />,
                  danger: true,
                  disabled: id === me?.id,
                  onAction: () => setRemoving(id),
                },
              ]}
            />
          </li>
        ))}
      </ul>
      {linked && (
        <PersonDialog
          name={linked.name}
          initial={linked.person}
          onPerson={(person) => setPerson(linked.id, linked.name, person)}
          onClose={() => setLinking(null)}
        />
      )}
      {removed && (
        <AskDialog
          onClose={() => setRemoving(null)}
          onDo={() => {
            remove(removed.id, removed.name)
            setRemoving(null)
          }}
          title={
            <FormattedMessage
              id="console.people.remove.title"
              defaultMessage="Remove {name}?"
              values={{ name: <bdi>{removed.name}</bdi> }}
            />
          }
          action={<FormattedMessage id="console.people.remove" defaultMessage="Remove" />}
        >
          <p>
            <FormattedMessage
              id="console.people.remove.note"
              defaultMessage="They are signed out everywhere at once, and no undo brings the account back: who comes again is invited anew. What they did and changed stays as it is, with their name."
            />
          </p>
        </AskDialog>
      )}
      <Dialog
        isOpen={link !== null}
        onClose={() => setLink(null)}
        title={say(
          { id: 'console.people.link', defaultMessage: 'A new password for {name}' },
          { name: link?.name ?? '' },
        )}
      >
        <p className="soft">
          <FormattedMessage
            id="console.people.link.note"
            defaultMessage="Give this link to nobody else. It works once, and is shown only now."
          />
        </p>
        <CopyLine label={say({ id: 'console.link', defaultMessage: 'Link' })} value={link?.link ?? ''} />
      </Dialog>
    </Card>
  )
}
