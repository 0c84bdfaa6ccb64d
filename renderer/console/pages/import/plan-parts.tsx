// Before a file is imported: which column is what, its first rows as they will be understood, whose they are, and a check.
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'
import type { ImportFile, KeptMapping } from '../../../../shared/wire/import-files.ts'
import { type ShownFloor, useEdit } from '../../api/floor-edits.tsx'
import { importFilesQuery, runImportFile } from '../../api/import-files.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import type { MappingForm } from '../inbound/form-mapping.ts'
import { MappingFields } from '../inbound/mapping-fields.tsx'
import { wordsFor } from '../sources/tables/guess-form.ts'
import { TableTried } from '../sources/tables/table-tried.tsx'
import { type FilePlan, isOfNothing, mappingOfPlan, rulesOf, unclearDays } from './file-plan.ts'
import { laterNames } from './later-names.ts'
import { type ChosenNames, chosenFor, NamesPart } from './names-part.tsx'
import { leftOut, takeStages } from './plan-stages.ts'
import { DayOrder, ReadingFields } from './reading-fields.tsx'
import { ResultPart } from './result-part.tsx'
import { LeftOut, StagesPart } from './stages-part.tsx'
import { useFilePlan } from './use-file-plan.ts'
import '../inbound/inbound.css'
import '../sources/sources.css'
import '../sources/tables/tables.css'

interface PlanPartsProps {
  readonly file: ImportFile
  readonly mappings: readonly KeptMapping[]
  readonly floor: ShownFloor
  readonly chosen: ChosenNames
  readonly onChosen: (chosen: ChosenNames) => void
}

export function PlanParts({ file, mappings, floor, chosen, onChosen }: PlanPartsProps) {
  const say = useSay()
  const client = useQueryClient()
  const edit = useEdit()
  const { busy, fault, submit } = useSubmit()
  const { currency, timeZone } = floor.file.floor
  const made = useFilePlan(file, mappings, currency)
  const { plan, kept, tried, written, change, isLooking } = made
  const { form } = plan
  const columns = tried?.columns ?? []

  const changeForm = (next: MappingForm) => {
    const stages = next.status === form?.status ? undefined : columns.find(({ name }) => name === next.status)
    change({
      form: stages === undefined ? next : { ...next, ...wordsFor(stages) },
      // They are words of one column.
      ...((next.status !== form?.status || next.type !== form.type) && { stages: {} }),
    })
  }
  const days = form && unclearDays(form, columns)
  const names = tried?.names ?? []
  const later = file.check === null ? [] : laterNames(file.check, names, floor.file.people)
  const given = [...names, ...later].flatMap((each) => {
    const person = chosenFor(each, chosen)
    return person === '' ? [] : [{ name: each.name, person }]
  })

  const onAdded = () => client.invalidateQueries({ queryKey: ['import-try', file.id] })
  const checkBy = (next: FilePlan) =>
    submit(async () => {
      const mapping = mappingOfPlan(next)
      if (mapping === undefined) return
      change(next)
      const asked = { source: next.source.trim(), rules: rulesOf(next), mapping }
      await runImportFile(file.id, { ...JSON.parse(JSON.stringify(asked)), check: true })
      await client.invalidateQueries({ queryKey: importFilesQuery.queryKey })
    })
  const run = (check: boolean) =>
    submit(async () => {
      if (written === null) return
      if (!check && given.length > 0) {
        const edits = floor.file.people.flatMap(({ id, aliases }) => {
          const more = given.filter(({ person }) => person === id).map(({ name }) => name)
          return more.length === 0
            ? []
            : [
                {
                  do: 'set' as const,
                  list: 'people' as const,
                  id,
                  fields: { aliases: [...aliases, ...more] },
                },
              ]
        })
        const outcome = await edit(
          edits,
          say(
            {
              id: 'console.imports.names.added',
              defaultMessage: '{count, plural, one {One name is} other {# names are}} known from now on.',
            },
            { count: given.length },
          ),
        )
        if (!outcome.ok) return
      }
      await runImportFile(file.id, { ...JSON.parse(JSON.stringify(written)), check })
      await client.invalidateQueries({ queryKey: importFilesQuery.queryKey })
    })

  if (tried === undefined && made.fault === null) return <Loading />
  const isReadable =
    written !== null && tried !== undefined && tried.trouble === null && !isLooking && tried.counts.rows > 0
  const isChecked = isReadable && made.isAsked && file.state === 'checked' && file.check !== null
  const taken = file.check?.forecast ? file.check.forecast.added + file.check.forecast.changed : 0
  return (
    <>
      {made.fault !== null && <Notice tone="bad">{made.fault}</Notice>}
      {tried?.trouble && <Notice tone="bad">{tried.trouble}</Notice>}
      {form !== null && columns.length > 0 && isOfNothing(form) && (
        <Notice
          tone="warn"
          title={
            <FormattedMessage
              id="console.imports.nothing"
              defaultMessage="None of its columns looks like one of deals or calls"
            />
          }
        >
          <FormattedMessage
            id="console.imports.nothing.note"
            defaultMessage="A list of people goes to <people>People</people>, goals to <goals>Goals</goals>. If it has deals or calls all the same, say below which column is what."
            values={{
              people: (words) => <Link to="/people">{words}</Link>,
              goals: (words) => <Link to="/goals">{words}</Link>,
            }}
          />
        </Notice>
      )}
      {kept !== null && (
        <Notice tone="good">
          <FormattedMessage
            id="console.imports.kept.used"
            defaultMessage="It has the columns of {name}, and is read in the same way."
            values={{ name: <bdi>{kept}</bdi> }}
          />
        </Notice>
      )}
      {tried !== undefined && (
        <Card
          title={
            columns.length === 0 ? (
              <FormattedMessage id="console.imports.read" defaultMessage="How it is read" />
            ) : (
              <FormattedMessage
                id="console.tables.columns"
                defaultMessage="Which of its {count, plural, one {# column} other {# columns}} is what"
                values={{ count: columns.length }}
              />
            )
          }
        >
          <div className="import-part table-columns">
            {form !== null && (
              <MappingFields
                form={form}
                onChange={changeForm}
                paths={columns.map(({ name, values }) => ({ path: name, shown: values[0] ?? '' }))}
              />
            )}
            <LeftOut
              words={leftOut(plan)}
              onTakeBack={() =>
                change({
                  stages: Object.fromEntries(
                    Object.entries(plan.stages).filter(([, meaning]) => meaning !== 'out'),
                  ),
                })
              }
            />
            <ReadingFields plan={plan} tried={tried} floorZone={timeZone} onChange={change} />
            {written === null && columns.length > 0 && (
              <p className="soft">
                <FormattedMessage
                  id="console.tables.incomplete"
                  defaultMessage="Choose its id, whose it is, and what else must be there: then its rows stand here as they will be understood."
                />
              </p>
            )}
          </div>
        </Card>
      )}
      {tried !== undefined && form !== null && tried.rows.length > 0 && (
        <Card
          title={
            <FormattedMessage id="console.imports.understood" defaultMessage="As it will be understood" />
          }
          note={
            tried.isCut && (
              <FormattedMessage
                id="console.imports.cut"
                defaultMessage="The first {rows, number} rows; the check reads all"
                values={{ rows: tried.counts.rows }}
              />
            )
          }
        >
          <div className="import-part">
            {days !== null && (
              <DayOrder
                days={days}
                format={form.dateFormat}
                onChange={(dateFormat) => change({ form: { ...form, dateFormat } })}
              />
            )}
            <TableTried
              // Names have a part of their own; a month of which some rows were left out is none.
              tried={{
                ...tried,
                people: { ...tried.people, of: 0 },
                period: tried.isCut ? null : tried.period,
              }}
              type={form.type}
            />
            <NamesPart
              names={names}
              file={floor.file}
              chosen={chosen}
              onChange={onChosen}
              onAdded={onAdded}
            />
          </div>
        </Card>
      )}
      {isReadable && (
        <Card
          title={
            isChecked ? (
              <FormattedMessage id="console.imports.checked" defaultMessage="What an import would change" />
            ) : (
              <FormattedMessage id="console.imports.check.title" defaultMessage="Check all of it first" />
            )
          }
        >
          <div className="import-part">
            {fault !== null && <Notice tone="bad">{fault}</Notice>}
            {isChecked && file.check !== null ? (
              <>
                <StagesPart
                  words={file.check.words}
                  isPending={busy}
                  onTake={(meanings) => void checkBy(takeStages(plan, meanings))}
                />
                <NamesPart
                  names={later}
                  file={floor.file}
                  chosen={chosen}
                  onChange={onChosen}
                  onAdded={onAdded}
                />
                <ResultPart id={file.id} result={file.check}>
                  {file.check.stopped === null && (
                    <Button
                      // Stages that are not known come first.
                      look={file.check.words.length === 0 ? 'primary' : 'plain'}
                      isPending={busy}
                      isDisabled={taken + file.check.withdrawn === 0}
                      onPress={() => void run(false)}
                    >
                      <FormattedMessage
                        id="console.imports.run"
                        defaultMessage="Import {rows, plural, one {# row} other {# rows}}"
                        values={{ rows: taken }}
                      />
                    </Button>
                  )}
                  <Button isPending={busy} onPress={() => void run(true)}>
                    <FormattedMessage id="console.imports.check.again" defaultMessage="Check again" />
                  </Button>
                </ResultPart>
                <p className="soft small">
                  <FormattedMessage
                    id="console.imports.silent"
                    defaultMessage="Walls show the new numbers at once and celebrate nothing of the past. All of it can be undone later."
                  />
                </p>
              </>
            ) : (
              <>
                <p className="soft">
                  <FormattedMessage
                    id="console.imports.check.note"
                    defaultMessage="Every row is read and counted on a copy: what would be new, changed or refused, and which numbers move. Nothing is kept."
                  />
                </p>
                <div className="import-actions">
                  <Button look="primary" isPending={busy} onPress={() => void run(true)}>
                    <FormattedMessage id="console.imports.check" defaultMessage="Check the file" />
                  </Button>
                </div>
              </>
            )}
          </div>
        </Card>
      )}
    </>
  )
}
