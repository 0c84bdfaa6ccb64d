// A name that nobody has: whose it is, or that it is nobody's of ours.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { useFloor } from '../../api/floor-edits.tsx'
import { PeoplePicker } from '../../kit/people-picker.tsx'
import { Segments } from '../../kit/segments.tsx'
import { useSay } from '../../words/words.tsx'
import { FixDialog } from './fix-dialog.tsx'
import { Suggested } from './suggested.tsx'

interface PersonFixProps {
  /** As sources write it. */
  readonly name: string
  /** Whose it probably is. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** Whom a suggestion named; null: nobody yet. */
  readonly suggested: string | null
  readonly onClose: () => void
}

export function PersonFix({ name, people, suggested, onClose }: PersonFixProps) {
  const say = useSay()
  const all = useFloor()?.file.people ?? []
  const [whose, setWhose] = useState<'ours' | 'nobody'>('ours')
  const [person, setPerson] = useState<string | null>(suggested)
  const [counts, setCounts] = useState<'floor' | 'nowhere'>('floor')
  return (
    <FixDialog
      title={
        <FormattedMessage
          id="console.faults.person.title"
          defaultMessage="Who is “{name}”?"
          values={{ name: <bdi>{name}</bdi> }}
        />
      }
      onClose={onClose}
      fix={
        whose === 'nobody'
          ? { do: 'nobody', name, counts }
          : person === null
            ? null
            : { do: 'alias', name, person }
      }
    >
      <Segments
        label={say({ id: 'console.faults.person.whose', defaultMessage: 'Whose it is' })}
        value={whose}
        onChange={setWhose}
        choices={[
          { id: 'ours', name: say({ id: 'console.faults.person.ours', defaultMessage: 'Somebody of ours' }) },
          {
            id: 'nobody',
            name: say({ id: 'console.faults.person.nobody', defaultMessage: 'Nobody of ours' }),
          },
        ]}
      />
      {whose === 'ours' ? (
        <>
          {person === null && <Suggested choices={people} onChoose={setPerson} />}
          <PeoplePicker
            people={all}
            value={person === null ? [] : [person]}
            most={1}
            label={say({ id: 'console.faults.person.who', defaultMessage: 'Person' })}
            onChange={([first]) => setPerson(first ?? null)}
          />
          <p className="soft small">
            <FormattedMessage
              id="console.faults.person.note"
              defaultMessage="The name becomes one of those by which sources know them. Somebody new is added under <link>People</link>."
              values={{ link: (words) => <Link to="/people">{words}</Link> }}
            />
          </p>
        </>
      ) : (
        <>
          <Segments
            label={say({ id: 'console.faults.person.counts', defaultMessage: 'What they do' })}
            value={counts}
            onChange={setCounts}
            choices={[
              {
                id: 'floor',
                name: say({
                  id: 'console.faults.person.floor',
                  defaultMessage: 'Counts for the whole floor',
                }),
              },
              {
                id: 'nowhere',
                name: say({ id: 'console.faults.person.nowhere', defaultMessage: 'Counts nowhere' }),
              },
            ]}
          />
          <p className="soft small">
            <FormattedMessage
              id="console.faults.person.nobody.note"
              defaultMessage="A partner, a bot, somebody who left before this floor: it is not asked again."
            />
          </p>
        </>
      )}
    </FixDialog>
  )
}
