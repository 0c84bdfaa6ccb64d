import { Fragment, memo } from 'react'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'

const mostNames = 3

/** Pages until each of them has been named. */
export const newcomerPages = (names: readonly string[]): number => Math.ceil(names.length / mostNames)

interface NewcomersProps {
  readonly names: readonly string[]
  readonly page: number
}

/** Nobody is measured against weeks in which they were not here. More of them than fit take turns, page by page. */
export const Newcomers = memo(({ names, page }: NewcomersProps) => {
  const { say } = useSurroundings().format
  const first = (page % newcomerPages(names)) * mostNames
  const rest = names.length - mostNames
  return (
    <span className="newcomers" {...phrase}>
      <span className="newcomers-names line">
        {say({ id: 'improved.newcomers', defaultMessage: 'New here:' })}{' '}
        {names.slice(first, first + mostNames).map((name, index) => (
          <Fragment key={name}>
            {index > 0 && ', '}
            <bdi className="newcomer">{name}</bdi>
          </Fragment>
        ))}
      </span>
      {rest > 0 && <span>+{rest}</span>}
      <span>· {say({ id: 'improved.newcomers-note', defaultMessage: 'compared after four weeks' })}</span>
    </span>
  )
})
Newcomers.displayName = 'Newcomers'
