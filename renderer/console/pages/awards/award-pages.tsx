// The pages on which an award is made and changed.
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { awardFormOf, newAwardForm } from '../../../../shared/domain/awards/award-form.ts'
import type { Award } from '../../../../shared/wire/awards.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { useOwnTeams } from '../../api/own-teams.ts'
import { useMay } from '../../api/queries.ts'
import { Loading } from '../../kit/loading.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { useSay } from '../../words/words.tsx'
import { MakeAward } from './make-award.tsx'

/** What it goes by unless somebody says otherwise: the first result, else the first of all. */
const usualMetric = ({ metrics }: FloorFile): string =>
  (metrics.find(({ indicator }) => indicator === 'output') ?? metrics[0])?.id ?? ''

function New({ file }: { readonly file: FloorFile }) {
  const say = useSay()
  const own = useOwnTeams(file.teams)
  const [initial] = useState(() =>
    newAwardForm(
      say({ id: 'console.award.name.usual', defaultMessage: 'Player of the month' }),
      usualMetric(file),
      // Who manages some teams begins with one of these.
      own.first ?? '',
    ),
  )
  return (
    <MakeAward
      file={file}
      initial={initial}
      before={null}
      headline={<FormattedMessage id="console.award.new" defaultMessage="New award" />}
    />
  )
}

function Change({ file, award }: { readonly file: FloorFile; readonly award: Award }) {
  const [initial] = useState(() => awardFormOf(award, usualMetric(file)))
  return (
    <MakeAward
      file={file}
      initial={initial}
      before={award}
      headline={
        <FormattedMessage
          id="console.award.change.headline"
          defaultMessage="Change “{name}”"
          values={{ name: <bdi>{award.name}</bdi> }}
        />
      }
    />
  )
}

export function NewAward() {
  const may = useMay()
  const file = useFloor()?.file
  if (!file) return <Loading />
  return may.edit ? <New file={file} /> : <NotFound />
}

export function ChangeAward() {
  const may = useMay()
  const file = useFloor()?.file
  const { award: id = '' } = useParams({ strict: false })
  if (!file) return <Loading />
  const award = file.awards.find((each) => each.id === id)
  return may.edit && award !== undefined ? <Change key={id} file={file} award={award} /> : <NotFound />
}
