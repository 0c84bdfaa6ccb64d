// Where the board behind has the person on it, the face flies home to its own place as the takeover leaves.
import { useEffect, useRef } from 'react'
import { elapsedOn, useTiming } from '../takeover/timing.ts'
import { both } from '../takeover/tracks.ts'

const flightMs = 720
/** How many elements up from a face its name is to be found. */
const near = 3

/** The face on the board whose nearest words name the person, and nobody else. */
const homeOf = (stage: Element, names: readonly string[]): Element | null => {
  const avatars = stage.querySelectorAll('.stage-area .scene:not([data-leaving]) .avatar')
  return (
    [...avatars].find((avatar) => {
      let around: Element | null = avatar
      for (let up = 0; up < near && around !== null; up += 1) {
        around = around.parentElement
        if (around === null || around.querySelectorAll('.avatar').length > 1) return false
        const named = [...around.querySelectorAll('.person-name')].map(({ textContent }) => textContent)
        if (named.length > 0) return named.some((name) => names.includes(name))
      }
      return false
    }) ?? null
  )
}

/** From the element's own place to that of `home`, which grows to its full size meanwhile. */
const wayTo = (element: Element, home: Element, area: HTMLElement): string => {
  const here = element.getBoundingClientRect()
  const now = new DOMMatrix(getComputedStyle(element).transform)
  const [board, there] = [area.getBoundingClientRect(), home.getBoundingClientRect()]
  const grows = area.offsetWidth / board.width
  const middle = (box: DOMRect): readonly [number, number] => [
    box.left + box.width / 2,
    box.top + box.height / 2,
  ]
  const [[x, y], [boardX, boardY], [thereX, thereY]] = [middle(here), middle(board), middle(there)]
  const right = boardX + (thereX - boardX) * grows - (x - now.e)
  const down = boardY + (thereY - boardY) * grows - (y - now.f)
  const scale = (there.width * grows) / (here.width / now.a)
  return `translate(${right}px, ${down}px) scale(${scale})`
}

export const FliesHome = ({ names }: { readonly names: readonly string[] }) => {
  const { clock, beats, isStill } = useTiming()
  const mark = useRef<HTMLSpanElement>(null)
  const said = names.join('\n')
  useEffect(() => {
    if (isStill || 'heldAt' in clock) return
    let flight: Animation | null = null
    const leave = () => {
      const element = mark.current?.parentElement
      const stage = element?.closest('.stage')
      const area = stage?.querySelector<HTMLElement>('.stage-area')
      // A picture that is turned on its panel has other directions than the page.
      if (!element || !stage || !area || document.documentElement.dataset['turn'] !== undefined) return
      const home = homeOf(stage, said.split('\n'))
      if (home === null) return
      const from = getComputedStyle(element).transform
      const to = wayTo(element, home, area)
      flight = element.animate(
        [
          { transform: from, opacity: 1, easing: both },
          { transform: to, opacity: 1, offset: 0.86 },
          { transform: to, opacity: 0 },
        ],
        { duration: flightMs, fill: 'forwards' },
      )
      flight.startTime = clock.startedAt + beats.leave
    }
    const timer = setTimeout(leave, beats.leave - elapsedOn(clock))
    return () => {
      clearTimeout(timer)
      flight?.cancel()
    }
  }, [clock, beats.leave, isStill, said])
  return <span ref={mark} hidden />
}
