// What a key brought to light: its rights, the people, the stages, and this month beside the vendor's own count.
import { Check, Minus, TriangleAlert, X } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import type { Source } from '../../../../shared/wire/source.ts'
import type { SourceRight, TriedSource } from '../../../../shared/wire/sources.ts'
import { More } from '../../kit/more.tsx'
import { Notice } from '../../kit/notice.tsx'
import { MatchedPeople } from './matched-people.tsx'
import { StageList } from './stage-list.tsx'
import type { VendorWords } from './vendor-words/vendor-words.ts'
import { sameTotals, WonCompare } from './won-words.tsx'

export const lacksNeeded = ({ rights }: TriedSource): boolean =>
  rights.some(({ needed, granted }) => needed && granted !== true)

function Right({ right, why }: { readonly right: SourceRight; readonly why: string }) {
  const { scope, granted, needed } = right
  const Icon = granted === true ? Check : granted === null ? Minus : needed ? X : TriangleAlert
  const look = granted === true ? 'good' : granted === null ? 'unknown' : needed ? 'bad' : 'optional'
  return (
    <li className="source-right" data-look={look}>
      <Icon aria-hidden="true" />
      <span>
        <code>{scope}</code>
        <span className="soft small">
          {why}
          {granted === false &&
            (needed ? (
              <>
                {' · '}
                <FormattedMessage id="console.sources.right.missing" defaultMessage="is missing" />
              </>
            ) : (
              <>
                {' · '}
                <FormattedMessage
                  id="console.sources.right.without"
                  defaultMessage="not there: it goes without"
                />
              </>
            ))}
        </span>
      </span>
    </li>
  )
}

interface TriedProps {
  readonly vendor: string
  readonly tried: TriedSource
  readonly words: VendorWords
  readonly settings: Source
  readonly onSettings: (settings: Source) => void
}

export function Tried({ vendor, tried, words, settings, onSettings }: TriedProps) {
  const { rights, trouble, people, pipelines, period } = tried
  const isMissing = ({ needed, granted }: SourceRight): number => Number(!(needed && granted === false))
  const list = (
    <ul className="source-rights">
      {rights
        .toSorted((a, b) => isMissing(a) - isMissing(b))
        .map((right) => (
          <Right key={right.scope} right={right} why={words.why[right.scope] ?? right.why} />
        ))}
    </ul>
  )
  return (
    <>
      <section className="source-part">
        <h3>
          <FormattedMessage id="console.sources.rights" defaultMessage="What the key may read" />
        </h3>
        {trouble !== null && <Notice tone="bad">{trouble}</Notice>}
        {trouble === null && lacksNeeded(tried) && (
          <Notice tone="bad">
            {words.missing ?? (
              <FormattedMessage
                id="console.sources.rights.add"
                defaultMessage="Add what is missing to the key in {vendor}, save it there, and check again."
                values={{ vendor }}
              />
            )}
          </Notice>
        )}
        {trouble === null && !lacksNeeded(tried) ? (
          <More
            level={3}
            words={
              <FormattedMessage
                id="console.sources.rights.all"
                defaultMessage="It may read all that is needed"
              />
            }
          >
            {list}
          </More>
        ) : (
          list
        )}
      </section>
      <MatchedPeople
        people={people}
        note={
          <FormattedMessage
            id="console.sources.people.note"
            defaultMessage="The others count for the whole floor and for nobody on it. If one of them belongs here, put their address among that person’s names under People."
          />
        }
      />
      {pipelines.length > 0 && (
        <section className="source-part">
          <h3>
            <FormattedMessage id="console.sources.stages" defaultMessage="Which stages are won and lost" />
          </h3>
          <p className="soft">
            {words.stages ?? (
              <FormattedMessage
                id="console.sources.stages.note"
                defaultMessage="As {vendor} flags them. Change one only if this floor sees it otherwise."
                values={{ vendor }}
              />
            )}
          </p>
          <StageList
            vendor={vendor}
            pipelines={pipelines}
            value={settings}
            onChange={(value) => onSettings({ ...settings, ...value })}
          />
        </section>
      )}
      {period !== null && (
        <section className="source-part">
          <h3>
            <FormattedMessage
              id="console.sources.month"
              defaultMessage="{label} so far, counted twice"
              values={{ label: period.label }}
            />
          </h3>
          <WonCompare vendor={vendor} label={period.label} theirs={period.theirs} ours={period.ours} />
          <p className={sameTotals(period.theirs, period.ours) ? 'source-agrees' : 'soft'}>
            {sameTotals(period.theirs, period.ours) ? (
              <FormattedMessage
                id="console.sources.month.same"
                defaultMessage="The wall would show what {vendor} says."
                values={{ vendor }}
              />
            ) : (
              <FormattedMessage
                id="console.sources.month.differs"
                defaultMessage="The wall would show something else: look at the stages above, and at what is not taken below."
              />
            )}
          </p>
          {period.refused.length > 0 && (
            <Notice
              tone="warn"
              title={
                <FormattedMessage id="console.sources.month.refused" defaultMessage="Not taken as they are" />
              }
            >
              <ul className="small">
                {period.refused.slice(0, 5).map((each) => (
                  <li key={each.id}>
                    {each.id}: {each.why}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
        </section>
      )}
    </>
  )
}
