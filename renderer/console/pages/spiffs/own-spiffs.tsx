// On a rep's own day: what they earned by spiffs, what waits, and what pays now.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'
import { spiffsQuery } from '../../api/spiffs.ts'
import { Card } from '../../kit/card.tsx'
import { OwnSpiffFigures } from './own-spiff-lines.tsx'
import { useSpiffWords } from './use-spiff-words.ts'
import './spiffs.css'

export function OwnSpiffs() {
  const { data: answer } = useQuery(spiffsQuery)
  const words = useSpiffWords(answer?.currency ?? 'USD')
  if (!answer?.isPerson) return null
  const running = answer.spiffs.filter(({ phase }) => phase === 'running')
  const { approvedMinor, dueMinor } = answer.ownSums
  if (running.length === 0 && approvedMinor === 0 && dueMinor === 0) return null
  return (
    <Card
      title={<FormattedMessage id="console.nav.spiffs" defaultMessage="Spiffs" />}
      note={
        <Link to="/spiffs">
          <FormattedMessage id="console.spiff.own.all" defaultMessage="All of them" />
        </Link>
      }
    >
      <OwnSpiffFigures of={answer} />
      <ul className="lines">
        {running.map((each) => (
          <li key={each.spiff.id} className="line">
            <div className="grow">
              <h3>
                <bdi>{each.spiff.name}</bdi>
              </h3>
              <p className="soft small">
                {words.pays(each)} · {words.when(each.spiff)}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
