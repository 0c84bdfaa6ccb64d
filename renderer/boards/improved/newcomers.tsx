import { Fragment, memo } from 'react'

const mostNames = 3

/** Nobody is measured against weeks in which they were not here. */
export const Newcomers = memo(({ names }: { readonly names: readonly string[] }) => (
  <span className="newcomers line">
    New here:{' '}
    {names.slice(0, mostNames).map((name, index) => (
      <Fragment key={name}>
        {index > 0 && ', '}
        <bdi className="newcomer">{name}</bdi>
      </Fragment>
    ))}
    {names.length > mostNames && ` +${names.length - mostNames}`} · compared after four weeks
  </span>
))
Newcomers.displayName = 'Newcomers'
