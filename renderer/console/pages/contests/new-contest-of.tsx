// The second step to a new contest: its few choices, with what mostly suits to begin with.
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { newContestForm } from '../../../../shared/domain/contests/making/contest-form.ts'
import { type ContestShapeId, isContestShape } from '../../../../shared/domain/contests/making/shapes.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { useOwnTeams } from '../../api/own-teams.ts'
import { useMay } from '../../api/queries.ts'
import { Loading } from '../../kit/loading.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { useSay } from '../../words/words.tsx'
import { MakeContest } from './make-contest.tsx'
import { useShapeWords } from './shape-words.ts'
import { useLocalNow } from './use-local-now.ts'

function NewOf({ shape, file }: { readonly shape: ContestShapeId; readonly file: FloorFile }) {
  const say = useSay()
  const { name } = useShapeWords()(shape)
  const localNow = useLocalNow(file.floor.timeZone)
  const own = useOwnTeams(file.teams)
  const [initial] = useState(() => {
    const prize = say({ id: 'console.contest.prize.example', defaultMessage: 'Lunch' })
    // Who manages some teams begins with one of these.
    return newContestForm(shape, file, localNow(), { name, prize }, own.first ?? '')
  })
  return (
    <MakeContest
      file={file}
      draftKey={`new-contest:${shape}`}
      initial={initial}
      before={null}
      localNow={localNow}
      headline={
        <FormattedMessage
          id="console.contest.make.headline"
          defaultMessage="New contest: {shape}"
          values={{ shape: name }}
        />
      }
    />
  )
}

export function NewContestOf() {
  const may = useMay()
  const file = useFloor()?.file
  const { shape = '' } = useParams({ strict: false })
  if (!file) return <Loading />
  if (!may.edit || !isContestShape(shape)) return <NotFound />
  return <NewOf key={shape} shape={shape} file={file} />
}
