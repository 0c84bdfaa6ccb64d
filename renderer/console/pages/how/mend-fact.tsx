// A fact that makes a number is mended where it is seen: whose it is, another amount, another date, or out of every number.
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { CorrectedField } from '../../../../shared/wire/correction.ts'
import type { ExplainedFact } from '../../../../shared/wire/explained.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { useMay } from '../../api/queries.ts'
import { MenuButton } from '../../kit/menu.tsx'
import { useSay } from '../../words/words.tsx'
import { FactFix } from '../faults/fact-fix.tsx'
import { PersonFix } from '../faults/person-fix.tsx'

interface MendFactProps {
  readonly fact: ExplainedFact
  /** That counts it. */
  readonly metric: string
}

/** For whoever may mend; nobody else sees it. */
export function MendFact({ fact, metric }: MendFactProps) {
  const say = useSay()
  const may = useMay()
  const of = useFloor()?.file.metrics.find(({ id }) => id === metric)?.of
  const [field, setField] = useState<CorrectedField | null | 'closed'>('closed')
  const [whose, setWhose] = useState<string | null>(null)
  if (!may.administer) return null
  const dated = CorrectedField.safeParse(of !== undefined && 'from' in of ? of.date : null).data
  return (
    <span className="how-mend">
      <MenuButton
        label={say({ id: 'console.faults.mend.of', defaultMessage: 'Mend: {value}' }, { value: fact.name })}
        icon={<Pencil aria-hidden="true" />}
        look="quiet"
        actions={[
          ...fact.credits.flatMap(({ rep, person }) =>
            person === null
              ? [
                  {
                    id: `whose ${rep}`,
                    name: say(
                      { id: 'console.how.say-who', defaultMessage: 'Say who “{name}” is' },
                      { name: rep },
                    ),
                    onAction: () => setWhose(rep),
                  },
                ]
              : [],
          ),
          ...(fact.amount === null
            ? []
            : [
                {
                  id: 'amount',
                  name: say({ id: 'console.faults.fact.amount', defaultMessage: 'Another amount' }),
                  onAction: () => setField('amount'),
                },
              ]),
          ...(dated === undefined || fact.when === null
            ? []
            : [
                {
                  id: 'date',
                  name: say({ id: 'console.faults.fact.another-date', defaultMessage: 'Another date' }),
                  onAction: () => setField(dated),
                },
              ]),
          {
            id: 'out',
            name: say({ id: 'console.faults.fact.out', defaultMessage: 'It counts nowhere' }),
            onAction: () => setField(null),
          },
        ]}
      />
      {field !== 'closed' && (
        <FactFix
          fact={{ ...fact, dates: dated === undefined || fact.when === null ? {} : { [dated]: fact.when } }}
          field={field}
          rightKey={null}
          onClose={() => setField('closed')}
        />
      )}
      {whose !== null && (
        <PersonFix name={whose} people={[]} suggested={null} onClose={() => setWhose(null)} />
      )}
    </span>
  )
}
