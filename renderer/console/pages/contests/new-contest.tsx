// The first step to a new contest: how it is to be won.
import { Link } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'
import { contestShapes, isContestShape } from '../../../../shared/domain/contests/making/shapes.ts'
import { useMay } from '../../api/queries.ts'
import { Page } from '../../kit/page.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { useSay } from '../../words/words.tsx'
import { shapeIcons, useShapeWords } from './shape-words.ts'
import './contests.css'

export function NewContest() {
  const say = useSay()
  const may = useMay()
  const shapeWords = useShapeWords()
  if (!may.edit) return <NotFound />
  return (
    <Page
      over={
        <Link to="/contests">
          <FormattedMessage id="console.nav.contests" defaultMessage="Contests" />
        </Link>
      }
      title={say({ id: 'console.contest.new', defaultMessage: 'New contest' })}
      headline={<FormattedMessage id="console.contest.new.headline" defaultMessage="How is it to be won?" />}
    >
      <ul className="shape-grid">
        {Object.keys(contestShapes)
          .filter(isContestShape)
          .map((shape) => {
            const Icon = shapeIcons[shape]
            const { name, answers } = shapeWords(shape)
            return (
              <li key={shape}>
                <Link to="/new-contest/$shape" params={{ shape }} className="shape-card">
                  <Icon aria-hidden="true" />
                  <h2>{name}</h2>
                  <p className="soft small">{answers}</p>
                </Link>
              </li>
            )
          })}
      </ul>
    </Page>
  )
}
