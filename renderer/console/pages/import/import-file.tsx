// One file that was dropped: it is looked at, checked, imported and undone here. What runs goes on without this page.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { FileX } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { ImportFile as File, KeptMapping } from '../../../../shared/wire/import-files.ts'
import { type ShownFloor, useFloor } from '../../api/floor-edits.tsx'
import {
  importFilesQuery,
  isRunning,
  keptMappingsQuery,
  runImportFile,
  stopImportFile,
  tryImportFile,
} from '../../api/import-files.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Page } from '../../kit/page.tsx'
import { Progress } from '../../kit/progress.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSubmit } from '../../shell/use-submit.ts'
import { DropCard } from './drop-card.tsx'
import { mappingOfPlan, planOf } from './file-plan.ts'
import { useFileStateWords, useSizeWords } from './import-words.ts'
import { KeepDialog } from './keep-dialog.tsx'
import { laterNames } from './later-names.ts'
import type { ChosenNames } from './names-part.tsx'
import { PlanParts } from './plan-parts.tsx'
import { type StageMeanings, takeStages } from './plan-stages.ts'
import { ResultPart } from './result-part.tsx'
import { StagesPart } from './stages-part.tsx'
import { UndoDialog } from './undo-dialog.tsx'
import './import.css'

function Running({ file }: { readonly file: File }) {
  const act = useAct()
  const states = useFileStateWords()
  return (
    <Card title={states[file.state]}>
      <div className="import-part">
        <div className="import-progress">
          <Progress value={file.progress} max={1} label={states[file.state]} />
          <p className="soft small" role="status">
            <FormattedMessage
              id="console.imports.running"
              defaultMessage="{share, number, percent} of the file. It goes on if you close this page."
              values={{ share: Math.floor(file.progress * 100) / 100 }}
            />
          </p>
        </div>
        <div className="import-actions">
          <Button
            onPress={() =>
              void act(async () => {
                await stopImportFile(file.id)
                return null
              })
            }
          >
            <FormattedMessage id="console.imports.stop" defaultMessage="Stop" />
          </Button>
        </div>
      </div>
    </Card>
  )
}

/** It may be on its way from another page, or nobody may be sending it any more. */
function Coming({ file }: { readonly file: File }) {
  const states = useFileStateWords()
  const sizeOf = useSizeWords()
  return (
    <>
      <Card title={states.coming}>
        <div className="import-part">
          <div className="import-progress">
            <Progress value={file.received} max={file.bytes} label={states.coming} />
            <p className="soft small" role="status">
              <FormattedMessage
                id="console.imports.sending.of"
                defaultMessage="{received} of {bytes}"
                values={{ received: sizeOf({ bytes: file.received }), bytes: sizeOf(file) }}
              />
            </p>
          </div>
          <p>
            <FormattedMessage
              id="console.imports.coming"
              defaultMessage="If it broke off, drop the same file once more: it goes on where it stopped."
            />
          </p>
        </div>
      </Card>
      <DropCard />
    </>
  )
}

interface ImportedProps {
  readonly file: File
  readonly floor: ShownFloor
  readonly onAgain: () => void
}

function Imported({ file, floor, onAgain }: ImportedProps) {
  const client = useQueryClient()
  const { busy, fault, submit } = useSubmit()
  const [isUndoing, setIsUndoing] = useState(false)
  const [isKeeping, setIsKeeping] = useState(false)
  const { asked } = file
  const { data: tried } = useQuery({
    queryKey: ['import-columns', file.id],
    queryFn: ({ signal }) => tryImportFile(file.id, { rules: asked?.rules ?? {} }, signal),
    enabled: asked !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const columns = tried?.columns.map(({ name }) => name) ?? []
  if (file.result === null) return null
  const plan = asked && planOf(asked, floor.file.floor.currency)
  const nobodys = laterNames(file.result, [], floor.file.people)
  const take = (meanings: StageMeanings) =>
    submit(async () => {
      const mapping = plan && mappingOfPlan(takeStages(plan, meanings))
      if (asked === null || !mapping) return
      const { source, rules } = asked
      await runImportFile(file.id, { ...JSON.parse(JSON.stringify({ source, rules, mapping })), check: true })
      await client.invalidateQueries({ queryKey: importFilesQuery.queryKey })
    })
  return (
    <Card title={<FormattedMessage id="console.imports.result" defaultMessage="What the import did" />}>
      <div className="import-part">
        {file.isUndone && (
          <Notice tone="info">
            <FormattedMessage
              id="console.imports.result.undone"
              defaultMessage="It was undone: the numbers are as they were before."
            />
          </Notice>
        )}
        {fault !== null && <Notice tone="bad">{fault}</Notice>}
        {plan && !file.isUndone && (
          <StagesPart words={file.result.words} isPending={busy} onTake={(meanings) => void take(meanings)} />
        )}
        {nobodys.length > 0 && !file.isUndone && (
          <Notice
            tone="warn"
            title={
              <FormattedMessage
                id="console.imports.names"
                defaultMessage="{count, plural, one {One name} other {# names}} that nobody here has"
                values={{ count: nobodys.length }}
              />
            }
            actions={
              <Link to="/faults" className="button plain small">
                <FormattedMessage id="console.imports.names.say" defaultMessage="Say whose" />
              </Link>
            }
          >
            <p className="small">
              <bdi>{nobodys.map(({ name }) => name).join(' · ')}</bdi>
            </p>
          </Notice>
        )}
        <ResultPart id={file.id} result={file.result}>
          {file.import !== null && !file.isUndone && (
            <Button onPress={() => setIsUndoing(true)}>
              <FormattedMessage id="console.imports.undo" defaultMessage="Undo this import" />
            </Button>
          )}
          {asked !== null && columns.length > 0 && tried?.kept === null && (
            <Button onPress={() => setIsKeeping(true)}>
              <FormattedMessage
                id="console.imports.keep"
                defaultMessage="Read the next such file in the same way"
              />
            </Button>
          )}
          <Button look="quiet" onPress={onAgain}>
            <FormattedMessage id="console.imports.again" defaultMessage="Read it once more" />
          </Button>
        </ResultPart>
      </div>
      {isUndoing && file.import !== null && (
        <UndoDialog id={file.import} name={file.name} onClose={() => setIsUndoing(false)} />
      )}
      {isKeeping && asked !== null && (
        <KeepDialog asked={asked} columns={columns} onClose={() => setIsKeeping(false)} />
      )}
    </Card>
  )
}

interface FilePageProps {
  readonly file: File
  readonly mappings: readonly KeptMapping[]
  readonly floor: ShownFloor
}

function FilePage({ file, mappings, floor }: FilePageProps) {
  const client = useQueryClient()
  const [isAgain, setIsAgain] = useState(false)
  const [chosen, setChosen] = useState<ChosenNames>({})
  // What it comes to is shown once it is there.
  if (isAgain && isRunning(file)) setIsAgain(false)
  const isDone = file.state === 'imported' && !isAgain
  return (
    <Page
      over={
        <Link to="/import">
          <FormattedMessage id="console.nav.import" defaultMessage="Import" />
        </Link>
      }
      title={file.name}
      headline={<bdi>{file.name}</bdi>}
    >
      {file.state === 'coming' && <Coming file={file} />}
      {isRunning(file) && <Running file={file} />}
      {isDone && (
        <Imported
          file={file}
          floor={floor}
          onAgain={() => {
            setIsAgain(true)
            void client.invalidateQueries({ queryKey: ['import-try', file.id] })
          }}
        />
      )}
      {!isDone && !isRunning(file) && file.state !== 'coming' && (
        <PlanParts file={file} mappings={mappings} floor={floor} chosen={chosen} onChosen={setChosen} />
      )}
    </Page>
  )
}

export function ImportFile() {
  const { file: id = '' } = useParams({ strict: false })
  const { data: found } = useQuery(importFilesQuery)
  const { data: kept } = useQuery(keptMappingsQuery)
  const floor = useFloor()
  if (!found || !kept || !floor) return <Loading />
  const file = found.files.find((each) => each.id === id)
  if (file === undefined)
    return (
      <Empty
        icon={<FileX aria-hidden="true" />}
        title={<FormattedMessage id="console.imports.gone" defaultMessage="This file is not here any more" />}
        action={
          <Link to="/import">
            <FormattedMessage id="console.imports.gone.again" defaultMessage="Drop it once more" />
          </Link>
        }
      />
    )
  return <FilePage key={file.id} file={file} mappings={kept.mappings} floor={floor} />
}
