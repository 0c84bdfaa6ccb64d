// A contest that is there is changed.
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { contestFormOf } from '../../../../shared/domain/contests/making/contest-form.ts'
import type { Contest } from '../../../../shared/wire/contests/contest.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { useMay } from '../../api/queries.ts'
import { Loading } from '../../kit/loading.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { MakeContest } from './make-contest.tsx'
import { useLocalNow } from './use-local-now.ts'

function Change({ contest, file }: { readonly contest: Contest; readonly file: FloorFile }) {
  const [initial] = useState(() => contestFormOf(contest))
  const localNow = useLocalNow(file.floor.timeZone)
  return (
    <MakeContest
      file={file}
      draftKey={`contest:${contest.id}`}
      initial={initial}
      before={contest}
      localNow={localNow}
      headline={
        <FormattedMessage
          id="console.contest.change.headline"
          defaultMessage="Change “{name}”"
          values={{ name: <bdi>{contest.name}</bdi> }}
        />
      }
    />
  )
}

export function ChangeContest() {
  const may = useMay()
  const file = useFloor()?.file
  const { contest: id = '' } = useParams({ strict: false })
  if (!file) return <Loading />
  const contest = file.contests.find((each) => each.id === id)
  if (!may.edit || contest === undefined) return <NotFound />
  return <Change key={id} contest={contest} file={file} />
}
