// When a screen sleeps, and when it is less bright: each time a line, which opens.
import { Moon, Plus, SunDim } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { Button } from '../../kit/button.tsx'
import { useSay } from '../../words/words.tsx'
import { TimeDialog } from './time-dialog.tsx'
import { useTimeWords } from './time-words.ts'
import { asItsGroup, type Screen, type TimesKind, timesOf } from './times-edits.ts'
import './screen-times.css'

interface ScreenTimesProps {
  readonly screen: Screen
  readonly file: FloorFile
  readonly canEdit: boolean
}

interface TimesProps extends ScreenTimesProps {
  readonly kind: TimesKind
  readonly icon: ReactNode
  readonly title: string
  /** What stands where there is none. */
  readonly none: string
  /** Of the button that adds one, for those who do not see beside what it stands. */
  readonly add: string
}

function Times({ kind, icon, title, none, add, screen, file, canEdit }: TimesProps) {
  const say = useSay()
  const edit = useEdit()
  const words = useTimeWords(file)
  /** The line that is open; `new`; null. */
  const [open, setOpen] = useState<number | 'new' | null>(null)
  const { list, of, group } = timesOf(file, screen, kind)
  const differs = of === 'screen' && screen[kind] !== undefined && (group?.[kind] ?? []).length > 0
  const follow = () =>
    void edit(
      [asItsGroup(screen, kind)],
      say({ id: 'console.screen.set', defaultMessage: '{name} is set anew.' }, { name: screen.name }),
    )
  return (
    <section className="times">
      <div className="card-head">
        <h3>{title}</h3>
        {of === 'group' && (
          <span className="soft small">
            <FormattedMessage
              id="console.times.of-group"
              defaultMessage="as all of {group}"
              values={{ group: <bdi>{group?.name}</bdi> }}
            />
          </span>
        )}
      </div>
      {list.length === 0 && <p className="soft small">{none}</p>}
      <ul className="times-list">
        {list.map((time, index) => (
          <li key={JSON.stringify(time)}>
            {canEdit ? (
              <Button size="small" icon={icon} onPress={() => setOpen(index)}>
                <span className="times-words">{words(time)}</span>
              </Button>
            ) : (
              <span className="small">{words(time)}</span>
            )}
          </li>
        ))}
      </ul>
      {canEdit && (
        <div className="times-actions">
          <Button
            size="small"
            look="quiet"
            icon={<Plus aria-hidden="true" />}
            aria-label={add}
            onPress={() => setOpen('new')}
          >
            <FormattedMessage id="console.times.add" defaultMessage="Add a time" />
          </Button>
          {differs && (
            <Button size="small" look="quiet" onPress={follow}>
              <FormattedMessage id="console.times.follow" defaultMessage="As its group again" />
            </Button>
          )}
        </div>
      )}
      {open !== null && (
        <TimeDialog
          kind={kind}
          file={file}
          screen={screen}
          index={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}

export function ScreenTimes(props: ScreenTimesProps) {
  const say = useSay()
  return (
    <div className="screen-times">
      <Times
        {...props}
        kind="sleep"
        icon={<Moon aria-hidden="true" />}
        title={say({ id: 'console.times.sleep', defaultMessage: 'When it sleeps' })}
        none={say({ id: 'console.times.sleep.none', defaultMessage: 'Never: it is on day and night.' })}
        add={say({ id: 'console.times.sleep.add', defaultMessage: 'Add a time at which it sleeps' })}
      />
      <Times
        {...props}
        kind="dim"
        icon={<SunDim aria-hidden="true" />}
        title={say({ id: 'console.times.dim', defaultMessage: 'When it is less bright' })}
        none={say({ id: 'console.times.dim.none', defaultMessage: 'Never: always at full brightness.' })}
        add={say({ id: 'console.times.dim.add', defaultMessage: 'Add a time at which it is less bright' })}
      />
    </div>
  )
}
