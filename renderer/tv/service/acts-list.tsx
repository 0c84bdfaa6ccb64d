// What somebody at the open menu can do. Whatever takes the wall away for a moment is asked twice.
import { useEffect, useRef, useState } from 'react'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { ServiceAct } from '../../../shared/wire/service.ts'
import { actWords } from './act-words.ts'

interface ActsListProps {
  readonly acts: readonly ServiceAct[]
  /** Null while there is no screen whose sound could be turned. */
  readonly volume: number | null
  readonly locale: string
  readonly say: Say
  readonly onVolume: (way: 'louder' | 'quieter') => void
  readonly onAct: (act: ServiceAct) => void
  readonly onClose: () => void
}

export const ActsList = ({ acts, volume, locale, say, onVolume, onAct, onClose }: ActsListProps) => {
  const [asked, setAsked] = useState<ServiceAct | null>(null)
  const area = useRef<HTMLDivElement>(null)
  // What had the focus is gone with each of the two pages.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is for each page that comes
  useEffect(() => area.current?.querySelector<HTMLElement>('[data-first]')?.focus(), [asked])
  if (asked !== null) {
    const { name, question } = actWords(asked, say)
    return (
      <div className="service-acts" key={asked} ref={area}>
        <p className="service-question">{question}</p>
        <button type="button" className="service-act" data-first onClick={() => setAsked(null)}>
          {say({ id: 'service.back', defaultMessage: 'Back' })}
        </button>
        <button type="button" className="service-act" data-grave onClick={() => onAct(asked)}>
          {name}
        </button>
      </div>
    )
  }
  return (
    <div className="service-acts" key="all" ref={area}>
      <button type="button" className="service-act" data-first onClick={onClose}>
        {say({ id: 'service.close', defaultMessage: 'Back to the wall' })}
      </button>
      {volume !== null && (
        <div className="service-volume">
          <span>
            {say({ id: 'service.volume', defaultMessage: 'Sound' })}{' '}
            <b>{new Intl.NumberFormat(locale, { style: 'percent' }).format(volume)}</b>
          </span>
          <button
            type="button"
            className="service-act"
            aria-label={say({ id: 'service.quieter', defaultMessage: 'Quieter' })}
            onClick={() => onVolume('quieter')}
          >
            −
          </button>
          <button
            type="button"
            className="service-act"
            aria-label={say({ id: 'service.louder', defaultMessage: 'Louder' })}
            onClick={() => onVolume('louder')}
          >
            +
          </button>
        </div>
      )}
      {acts.map((act) => (
        <button key={act} type="button" className="service-act" onClick={() => setAsked(act)}>
          {actWords(act, say).name}
        </button>
      ))}
    </div>
  )
}
