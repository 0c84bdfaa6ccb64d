// Not wallpaper: what would make people look at a playlist again. It advises, with a fix for one click, and never blocks.
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { AdviceAnswer, type PlaylistAdvice } from '../../../../shared/wire/advice.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { request } from '../../api/request.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useSay } from '../../words/words.tsx'
import { useAdviceWords } from './advice-words.ts'

interface AdviceNoticeProps {
  readonly playlist: { readonly id: string; readonly name: string }
  readonly file: FloorFile
  readonly canEdit: boolean
}

export function AdviceNotice({ playlist, file, canEdit }: AdviceNoticeProps) {
  const say = useSay()
  const edit = useEdit()
  const adviceWords = useAdviceWords(file)
  const { data } = useQuery({
    queryKey: ['advice', playlist.id],
    queryFn: ({ signal }) =>
      request(AdviceAnswer, `/playlists/${encodeURIComponent(playlist.id)}/advice`, { signal }),
  })
  if (!data) return null
  const keyOf = ({ code, boards, metrics }: PlaylistAdvice) => [code, ...boards, ...metrics].join(':')
  if (data.advice.length === 0)
    return (
      <Notice
        tone="good"
        title={<FormattedMessage id="console.advice.good" defaultMessage="Not wallpaper." />}
      >
        <FormattedMessage
          id="console.advice.good.note"
          defaultMessage="It shows what people do and what comes of it, each with a goal, and something everybody adds to."
        />
      </Notice>
    )
  return (
    <Notice
      tone="warn"
      title={
        <FormattedMessage
          id="console.advice.title"
          defaultMessage="{count, plural, one {One thing keeps} other {# things keep}} this from becoming a wall people work by"
          values={{ count: data.advice.length }}
        />
      }
    >
      <ul className="lines">
        {data.advice.map((advice) => (
          <li key={keyOf(advice)} className="line">
            <p className="grow">{adviceWords(advice)}</p>
            {canEdit && advice.fix && (
              <Button
                size="small"
                onPress={() =>
                  void edit(
                    advice.fix ?? [],
                    say(
                      { id: 'console.advice.fixed', defaultMessage: '{name} follows the advice.' },
                      { name: playlist.name },
                    ),
                  )
                }
              >
                <FormattedMessage id="console.advice.fix" defaultMessage="Fix it" />
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
