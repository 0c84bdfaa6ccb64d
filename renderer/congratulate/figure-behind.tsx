// Behind one number: its facts and what they add up to, the numbers that it is worked out from, or where it is set.
import { useEffect, useState } from 'react'
import type { Format } from '../../shared/domain/words/format.ts'
import type { Say } from '../../shared/domain/words/say.ts'
import {
  type BoardFigure,
  ShownFigure,
  type ShownFigures,
  type ShownPart,
} from '../../shared/wire/figures.ts'
import { askFeed, wordsOf } from './ask-feed.ts'
import { DoubtForm } from './doubt-form.tsx'

interface FigureBehindProps {
  readonly id: string
  /** Of the board, below the API. */
  readonly path: string
  readonly floor: ShownFigures['floor']
  readonly format: Format
}

export const FigureBehind = ({ id, path, floor, format }: FigureBehindProps) => {
  const [seen, setSeen] = useState<ShownFigure | null>(null)
  const [why, setWhy] = useState<string | null>(null)
  const address = `${path}/figures/${encodeURIComponent(id)}`
  useEffect(() => {
    askFeed(address, ShownFigure).then(setSeen, (error) => setWhy(wordsOf(error)))
  }, [address])
  if (why !== null)
    return (
      <p className="how-behind trouble" role="alert">
        {why}
      </p>
    )
  if (seen === null) return <p className="how-behind" aria-busy="true" />
  const { made } = seen
  return (
    <div className="how-behind">
      {made ? (
        <Made made={made} figure={seen.figure} floor={floor} say={format.say} />
      ) : (
        <Worked figure={seen.figure} say={format.say} />
      )}
      <DoubtForm path={path} figure={seen.figure.id} say={format.say} />
    </div>
  )
}

interface MadeProps {
  readonly made: NonNullable<ShownFigure['made']>
  readonly figure: BoardFigure
  readonly floor: ShownFigures['floor']
  readonly say: Say
}

const Made = ({ made, figure, floor, say }: MadeProps) => {
  const { objective, window, parts, leftOut, says } = made
  const day = (date: string): string =>
    new Intl.DateTimeFormat(floor.locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(date))
  const days =
    window.start !== null && window.end !== null
      ? say(
          { id: 'how.days', defaultMessage: 'From {start}, midnight, up to {end}, midnight.' },
          { start: day(window.start), end: day(window.end) },
        )
      : window.start !== null
        ? say(
            { id: 'how.days-from', defaultMessage: 'From {start}, midnight.' },
            { start: day(window.start) },
          )
        : window.end !== null
          ? say({ id: 'how.days-to', defaultMessage: 'Up to {end}, midnight.' }, { end: day(window.end) })
          : null
  const left = leftOut.reduce((sum, { facts }) => sum + facts, 0)
  return (
    <>
      {objective !== '' && <p>{objective}</p>}
      {days !== null && <p className="how-soft">{days}</p>}
      {says !== null && <p>{says}</p>}
      {parts.map((part) => (
        <Part key={part.name} part={part} floor={floor} say={say} />
      ))}
      <p className="how-total">
        <span>
          <bdi>{figure.name}</bdi>
        </span>
        <strong>{figure.full}</strong>
      </p>
      {left > 0 && (
        <p className="how-soft">
          {say(
            {
              id: 'how.left-out',
              defaultMessage:
                '{left, plural, one {One more would count here and lacks a date, a rate, or a name that is known.} other {# more would count here and lack a date, a rate, or a name that is known.}}',
            },
            { left },
          )}
        </p>
      )}
    </>
  )
}

const Part = ({
  part: { name, display, lines, more },
  floor,
  say,
}: {
  readonly part: ShownPart
  readonly floor: ShownFigures['floor']
  readonly say: Say
}) => {
  const dateOf = (when: string): string =>
    new Intl.DateTimeFormat(floor.locale, {
      day: 'numeric',
      month: 'short',
      timeZone: when.length === 10 ? 'UTC' : floor.timeZone,
    }).format(new Date(when))
  const others = (count: number): string =>
    say({ id: 'how.others', defaultMessage: '{count, plural, one {one other} other {# others}}' }, { count })
  return (
    <table className="how-facts">
      <caption>
        <bdi>{name}</bdi>
      </caption>
      <tbody>
        {lines.map(({ when, name: fact, people, others: unnamed, share, display: adds }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells facts apart that are not named
          <tr key={at}>
            <td className="how-when">{when === null ? '–' : dateOf(when)}</td>
            <td>
              <bdi>{fact}</bdi>
              <span className="how-soft">
                {[...people, ...(unnamed > 0 ? [others(unnamed)] : [])].join(', ')}
                {share !== null && ` · ${Math.round(share * 1000) / 10}%`}
              </span>
            </td>
            <td className="how-adds">{adds}</td>
          </tr>
        ))}
        {more.lines > 0 && (
          <tr>
            <td />
            <td>
              {say(
                { id: 'how.more', defaultMessage: '{lines, plural, one {# more} other {# more}}' },
                { lines: more.lines },
              )}
            </td>
            <td className="how-adds">{more.display}</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <td />
          <th scope="row">{say({ id: 'how.together', defaultMessage: 'Together' })}</th>
          <td className="how-adds">{display}</td>
        </tr>
      </tfoot>
    </table>
  )
}

const Worked = ({ figure, say }: { readonly figure: BoardFigure; readonly say: Say }) => {
  const { working, note, name, full } = figure
  if (working === null) return <p>{note}</p>
  return (
    <>
      <p>{working.says}</p>
      {working.terms.length > 0 && (
        <table className="how-facts">
          <caption className="unseen">{say({ id: 'how.parts', defaultMessage: 'Made of' })}</caption>
          <tbody>
            {working.terms.map((term, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a term is its place
              <tr key={at}>
                <th scope="row">
                  <bdi>{term.name}</bdi>
                </th>
                <td className="how-adds">{term.display}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="how-total">
        <span>
          <bdi>{name}</bdi>
        </span>
        <strong>{full}</strong>
      </p>
    </>
  )
}
