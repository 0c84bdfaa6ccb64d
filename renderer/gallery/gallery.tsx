// Every board in every state that somebody has looked at, at the size and in the theme that one chooses.
import { useEffect, useMemo, useState } from 'react'
import { Theme } from '../../shared/wire/theme.ts'
import { kinds, ordinaryOf, statesOf } from './catalogue.ts'
import { celebrationStates } from './celebrations/celebration-states.ts'
import { firstInstant, Scrubber } from './celebrations/scrubber.tsx'
import { type Change, changes } from './changes.ts'
import { Frame } from './frame.tsx'
import { keptPictureOf } from './kept-pictures.ts'
import { type Held, holds } from './showing.ts'
import { sizes } from './sizes.ts'
import './gallery.css'

const locales = ['en-US', 'de-DE', 'ja-JP', 'zh-CN', 'id-ID', 'ar-EG', 'he-IL']
/** Signs of every length; without cents, with hundreds of thousands to the dollar, with three decimal places. */
const currencies = ['USD', 'EUR', 'JPY', 'CNY', 'IDR', 'KWD', 'ILS']

/** From a frame every few seconds to twice as fast as a wall. */
const speeds = ['0.05', '0.1', '0.25', '0.5', '1', '2']

/** Of a change, ms: closer together where more happens. */
const stripInstants = [0, 100, 200, 300, 450, 600, 800, 1200, 1800, 2600, 3400, 5200]

/** What stands beside each frame: nothing, the picture that was kept of it, or instead of it the frames of a change. */
const besides = ['nothing', 'kept picture', 'strip of frames'] as const
type Beside = (typeof besides)[number]

/** The board that celebrations take over. */
const behind = ordinaryOf('leaderboard')

/** The part of the address after #, so that a link leads to a kind of board. */
const useHash = (): string => {
  const [hash, setHash] = useState(window.location.hash.slice(1))
  useEffect(() => {
    const listen = () => setHash(window.location.hash.slice(1))
    window.addEventListener('hashchange', listen)
    return () => window.removeEventListener('hashchange', listen)
  }, [])
  return hash
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly string[]
  readonly onChange: (value: string) => void
}

const Choice = ({ label, value, options, onChange }: ChoiceProps) => (
  <label>
    {label}{' '}
    <select value={value} onChange={(event) => onChange(event.target.value)}>
      {options.map((option) => (
        <option key={option}>{option}</option>
      ))}
    </select>
  </label>
)

/** The page of celebrations, which are no kind of board. */
const celebrationsHash = 'celebrations'

export const Gallery = () => {
  const [theme, setTheme] = useState<Theme>('night')
  const [sizeName, setSizeName] = useState(sizes[0].name)
  const [locale, setLocale] = useState('en-US')
  const [currency, setCurrency] = useState('USD')
  const [calm, setCalm] = useState(false)
  const [far, setFar] = useState(false)
  const [held, setHeld] = useState<Held>('nobody')
  const [change, setChange] = useState<Change>('everything')
  const [speed, setSpeed] = useState('1')
  const [beside, setBeside] = useState<Beside>('nothing')
  const hash = useHash()
  const kind = kinds.find((each) => each === hash)
  const isOfCelebrations = hash === celebrationsHash
  const states = useMemo(() => (kind ? statesOf(kind) : kinds.map(ordinaryOf)), [kind])
  const [at, setAt] = useState(firstInstant)
  const size = sizes.find(({ name }) => name === sizeName) ?? sizes[0]

  return (
    <div className="gallery">
      <header className="gallery-head">
        <h1>Gallery</h1>
        <p>
          Every board in every state, drawn as a TV draws it. “Play” shows how it comes in and changes; the
          five-second view is what somebody takes along who walks past.
        </p>
        <nav>
          <a href="#every" aria-current={kind === undefined && !isOfCelebrations ? 'page' : undefined}>
            Every board
          </a>
          {kinds.map((each) => (
            <a key={each} href={`#${each}`} aria-current={each === kind ? 'page' : undefined}>
              {each.replaceAll('-', ' ')}
            </a>
          ))}
          <a href={`#${celebrationsHash}`} aria-current={isOfCelebrations ? 'page' : undefined}>
            celebrations
          </a>
        </nav>
        <form>
          <Choice
            label="Theme"
            value={theme}
            options={Theme.options}
            onChange={(value) => setTheme(Theme.parse(value))}
          />
          <Choice
            label="Screen"
            value={sizeName}
            options={sizes.map(({ name }) => name)}
            onChange={setSizeName}
          />
          <Choice label="Language" value={locale} options={locales} onChange={setLocale} />
          <Choice label="Currency" value={currency} options={currencies} onChange={setCurrency} />
          <Choice
            label="Held"
            value={held}
            options={holds}
            onChange={(value) => setHeld(holds.find((each) => each === value) ?? 'nobody')}
          />
          {!isOfCelebrations && (
            <>
              <Choice
                label="Change"
                value={change}
                options={changes}
                onChange={(value) => setChange(changes.find((each) => each === value) ?? 'everything')}
              />
              <Choice label="Speed" value={speed} options={speeds} onChange={setSpeed} />
              <Choice
                label="Beside"
                value={beside}
                options={besides}
                onChange={(value) => setBeside(besides.find((each) => each === value) ?? 'nothing')}
              />
            </>
          )}
          <label>
            <input type="checkbox" checked={calm} onChange={(event) => setCalm(event.target.checked)} /> Calm
          </label>
          <label>
            <input type="checkbox" checked={far} onChange={(event) => setFar(event.target.checked)} />{' '}
            Five-second view
          </label>
          {isOfCelebrations && <Scrubber at={at} onChange={setAt} />}
        </form>
      </header>
      <main>
        <ul className="frames">
          {isOfCelebrations
            ? celebrationStates.map(({ id }) => (
                <Frame
                  key={id}
                  showing={{ state: behind.id, theme, locale, currency, calm, far, celebration: id }}
                  size={size}
                  at={at}
                />
              ))
            : states.map(({ id }) => {
                const showing = { state: id, theme, locale, currency, calm, far, held, change }
                return beside === 'strip of frames' ? (
                  <li className="frame-strip" key={id}>
                    <ul className="frames">
                      {stripInstants.map((instant) => (
                        <Frame key={instant} showing={showing} size={size} instant={instant} />
                      ))}
                    </ul>
                  </li>
                ) : (
                  <Frame
                    key={id}
                    showing={speed === '1' ? showing : { ...showing, speed: Number(speed) }}
                    size={size}
                    kept={beside === 'kept picture' ? keptPictureOf(id) : undefined}
                  />
                )
              })}
        </ul>
      </main>
    </div>
  )
}
