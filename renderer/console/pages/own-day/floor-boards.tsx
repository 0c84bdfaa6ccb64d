// The boards that hang on the walls, to look at; each opens by itself.
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { boardsQuery } from '../../api/own-numbers.ts'
import { Miniature } from '../../kit/miniature.tsx'

export function FloorBoards() {
  const boards = useQuery(boardsQuery).data?.boards ?? []
  if (boards.length === 0) return null
  return (
    <section className="own-boards">
      <h2>
        <FormattedMessage id="console.own.boards" defaultMessage="The boards of the floor" />
      </h2>
      <ul className="own-tiles">
        {boards.map(({ id, title }) => (
          <li key={id}>
            <a
              className="own-board"
              href={`/tv/?preview=board:${encodeURIComponent(id)}`}
              target="_blank"
              rel="noreferrer"
            >
              <Miniature of={{ kind: 'board', id }} label="" />
              <span className="strong cut" dir="auto">
                {title}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
