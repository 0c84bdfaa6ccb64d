// What the code at a board's foot opens on a phone: the board's numbers, and behind each what it is made of.
import { useEffect, useState } from 'react'
import { createFormat, type Format } from '../../shared/domain/words/format.ts'
import {
  type FigureGroup,
  type FigurePoint,
  type ListedFigure,
  ShownFigures,
} from '../../shared/wire/figures.ts'
import { askFeed, wordsOf } from './ask-feed.ts'
import { FigureBehind } from './figure-behind.tsx'
import './how.css'
import { NoPage } from './no-page.tsx'

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly why: string }
  | { readonly state: 'open'; readonly seen: ShownFigures }

export const HowPage = ({ link }: { readonly link: string }) => {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' })
  const path = `how/${encodeURIComponent(link)}`
  useEffect(() => {
    askFeed(path, ShownFigures).then(
      (seen) => {
        document.documentElement.lang = seen.floor.locale
        document.title = `${seen.board.title} · ${seen.floor.name}`
        setLoaded({ state: 'open', seen })
      },
      (error) => setLoaded({ state: 'refused', why: wordsOf(error) }),
    )
  }, [path])

  if (loaded.state === 'loading') return <main className="page" aria-busy="true" />
  if (loaded.state === 'refused') return <NoPage why={loaded.why} />
  const { seen } = loaded
  const { floor, board, groups, at } = seen
  const format = createFormat(floor)
  const { say } = format
  const time = new Intl.DateTimeFormat(floor.locale, { timeStyle: 'short', timeZone: floor.timeZone }).format(
    at,
  )
  return (
    <main className="page how">
      <header className="how-head">
        <p>
          <bdi>{board.scope}</bdi>
        </p>
        <h1>
          <bdi>{board.title}</bdi>
        </h1>
        <p>
          {say({ id: 'how.as-of', defaultMessage: 'How its numbers come about, as of {time}.' }, { time })}
        </p>
      </header>
      {groups.length === 0 && (
        <p className="how-none">
          {say({ id: 'how.none', defaultMessage: 'This board shows no number at the moment.' })}
        </p>
      )}
      {groups.map((group) => (
        <Group key={group.id} group={group} path={path} seen={seen} format={format} />
      ))}
      <p className="how-console">
        <a href={`/console/boards/${encodeURIComponent(board.id)}/how`}>
          {say({ id: 'how.console', defaultMessage: 'You run this floor? Sign in and mend it.' })}
        </a>
      </p>
    </main>
  )
}

interface GroupProps {
  readonly group: FigureGroup
  readonly path: string
  readonly seen: ShownFigures
  readonly format: Format
}

const Group = ({ group, path, seen, format }: GroupProps) => (
  <section className="how-group" aria-label={group.name}>
    <h2>
      <bdi>{group.name}</bdi>
    </h2>
    {group.figures.map((figure) => (
      <Figure key={figure.id} figure={figure} path={path} seen={seen} format={format} />
    ))}
    {group.points.length > 0 && (
      <details className="how-line">
        <summary>
          {format.say(
            {
              id: 'how.line',
              defaultMessage: 'The line, point by point ({count, plural, one {one point} other {# points}})',
            },
            { count: group.points.length },
          )}
        </summary>
        {group.points.map((point) => (
          <Figure key={point.id} figure={point} path={path} seen={seen} format={format} />
        ))}
      </details>
    )}
  </section>
)

interface FigureProps extends Omit<GroupProps, 'group'> {
  readonly figure: FigurePoint & Partial<Pick<ListedFigure, 'window'>>
}

/** What is behind it is asked for once it is opened. */
const Figure = ({ figure, path, seen, format }: FigureProps) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="how-figure" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className="how-name">
          <bdi>{figure.name}</bdi>
          {figure.window != null && figure.window !== '' && (
            <span className="how-soft">
              <bdi>{figure.window}</bdi>
            </span>
          )}
        </span>
        <strong>{figure.display}</strong>
      </summary>
      {isOpen && <FigureBehind id={figure.id} path={path} floor={seen.floor} format={format} />}
    </details>
  )
}
