// The table of a season in sentences: what earns points, levels, badges, what teams unlock.
import type { SeasonHead } from '../../../../shared/wire/season-answers.ts'
import './season.css'

/** `level`: of its headings. */
export function SeasonTable({
  table,
  level = 3,
}: {
  readonly table: SeasonHead['table']
  readonly level?: 2 | 3
}) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="season-table">
      {table.map(({ title, lines }) => (
        <section key={title}>
          <Heading>{title}</Heading>
          <ul>
            {lines.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
