// Two rules that want the same hours: who wins and why, and what one click can do.
import { FormattedMessage } from 'react-intl'
import type { Clash } from '../../../../shared/domain/screens/schedule-clashes.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useSay } from '../../words/words.tsx'
import { useDayWords } from './day-words.ts'
import { useWhyFirst } from './rule-words.ts'
import type { ScheduleWeek } from './use-schedule.ts'

interface ClashesProps {
  readonly file: FloorFile
  readonly week: ScheduleWeek
}

const keyOf = ({ winner, loser }: Clash): string => JSON.stringify([winner.ref, loser.ref])

export function Clashes({ file, week }: ClashesProps) {
  return week.clashes.map((clash) => <OneClash key={keyOf(clash)} file={file} clash={clash} />)
}

function OneClash({ file, clash }: { readonly file: FloorFile; readonly clash: Clash }) {
  const say = useSay()
  const edit = useEdit()
  const may = useMay()
  const words = useDayWords()
  const whyFirst = useWhyFirst()
  const nameOf = (id: string) => file.playlists.find((playlist) => playlist.id === id)?.name ?? id
  const [winner, loser] = [nameOf(clash.winner.playlist), nameOf(clash.loser.playlist)]
  const [at] = clash.at
  return (
    <Notice
      tone="warn"
      title={
        at && (
          <FormattedMessage
            id="console.clash.title"
            defaultMessage="Two rules want {day}, {hours}"
            values={{ day: words.whole(at.day), hours: words.hours(at.from, at.to) }}
          />
        )
      }
      actions={
        may.edit &&
        clash.resolutions.map(({ kind, edits, hours }) => (
          <Button
            key={kind}
            size="small"
            onPress={() =>
              void edit(
                edits,
                say(
                  { id: 'console.clash.done', defaultMessage: '{winner} and {loser} no longer clash.' },
                  { winner, loser },
                ),
              )
            }
          >
            {kind === 'move-after' && hours ? (
              <FormattedMessage
                id="console.clash.move"
                defaultMessage="Move {winner} to {hours}"
                values={{ winner, hours: `${hours.from} – ${hours.to}` }}
              />
            ) : (
              <FormattedMessage
                id="console.clash.let-win"
                defaultMessage="Let {loser} win"
                values={{ loser }}
              />
            )}
          </Button>
        ))
      }
    >
      <p>
        <FormattedMessage
          id="console.clash.who"
          defaultMessage="{winner} is shown. {why} {loser} loses {minutes, plural, one {# minute} other {# minutes}}."
          values={{
            winner: <strong dir="auto">{winner}</strong>,
            why: whyFirst(clash.why),
            loser: <strong dir="auto">{loser}</strong>,
            minutes: clash.lostMinutes,
          }}
        />
      </p>
    </Notice>
  )
}
