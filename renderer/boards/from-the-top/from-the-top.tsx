// What a leader wrote, as large as its words allow, beside the face of whom it is about; below it, about whom and what.
import { memo } from 'react'
import type { FromTheTopView, TopWordRow } from '../../../shared/wire/boards/from-the-top-board.ts'
import type { Face } from '../../../shared/wire/view-parts.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { timeOfDay } from '../../ui/zoned-format.ts'
import { Empty } from '../parts/empty.tsx'
import { rowsOnPage } from '../parts/paging.ts'
import { useFittingStep } from '../parts/use-fitting-step.ts'
import '../parts/badge.css'
import './from-the-top.css'

/** Of from-the-top.css. */
const steps = 7

/** Of more people all names are said, and the first faces shown. */
const mostFaces = 4

const faceOf = ({ initials, hue, photo }: Face) => ({ initials, hue, photo })

interface FromTheTopProps {
  readonly view: FromTheTopView
  readonly page: number
  readonly pages: number
}

export const FromTheTop = ({ view, page, pages }: FromTheTopProps) => {
  const { say } = useSurroundings().format
  const [shown] = rowsOnPage(view.rows, page, pages).rows
  return (
    <article
      className="top"
      data-empty={shown === undefined || undefined}
      data-faceless={shown?.row.people.length === 0 || undefined}
    >
      <header className="top-head eyebrow">
        <span className="badge top-badge">{view.title}</span>
        {shown !== undefined && <WrittenAt at={shown.row.at} />}
      </header>
      {shown === undefined ? (
        <Empty
          headline={say({ id: 'from-the-top.empty', defaultMessage: 'The next word from the top goes here' })}
        >
          {say({
            id: 'from-the-top.empty-advice',
            defaultMessage:
              'When a leader writes about a big deal, their words stay here for the rest of the day.',
          })}
        </Empty>
      ) : (
        <Words key={shown.id} row={shown.row} />
      )}
    </article>
  )
}

const WrittenAt = ({ at }: { readonly at: number }) => {
  const { locale, timeZone } = useSurroundings()
  return <span className="eyebrow-text top-time">{timeOfDay(at, locale, timeZone)}</span>
}

const Words = memo(({ row }: { readonly row: TopWordRow }) => {
  const place = useFittingStep(steps)
  const { text, name, jobTitle, initials, hue, photo } = row
  const faces = row.people.slice(0, mostFaces)
  return (
    <>
      {faces.length > 0 && (
        <span className="top-faces" data-faces={faces.length} data-hue={faces[0]?.hue}>
          {faces.map((face) => (
            <Avatar key={face.short} {...faceOf(face)} reached={false} isLarge={faces.length === 1} />
          ))}
        </span>
      )}
      <div className="top-words">
        <div className="top-quote" ref={place}>
          <blockquote dir="auto">{`“${text}”`}</blockquote>
        </div>
        <span className="top-who">
          <Avatar initials={initials} hue={hue} photo={photo} reached={false} />
          <span className="top-who-words">
            <PersonName name={name} />
            {jobTitle !== null && (
              <span className="top-job line" dir="auto">
                {jobTitle}
              </span>
            )}
          </span>
        </span>
      </div>
      <About row={row} />
    </>
  )
})
Words.displayName = 'Words'

const About = ({
  row: { people, names, occasion, account, amount, helpers },
}: {
  readonly row: TopWordRow
}) => {
  const { format, locale } = useSurroundings()
  const listed = (all: readonly string[]): string =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(all)
  const figure = amount === null ? '' : format.full(amount, 'money')
  return (
    <footer className="top-about">
      <span className="top-about-words">
        <PersonName name={listed(people.length === 0 ? names : people.map(({ name }) => name))} />
        <span className="top-deal line" {...phrase}>
          <bdi>{account ?? occasion}</bdi>
          {helpers.length > 0 && (
            <>
              {' · '}
              {format.say(
                { id: 'from-the-top.with', defaultMessage: 'with {helpers}' },
                { helpers: listed(helpers) },
              )}
            </>
          )}
        </span>
      </span>
      {amount !== null && (
        <span className="top-amount fitting-figure" style={fittingFigure(figure)}>
          {figure}
        </span>
      )}
    </footer>
  )
}
