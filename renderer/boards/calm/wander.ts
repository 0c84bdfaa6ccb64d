// Where the words of a wall out of hours are: they wander through the whole screen, so that no pixel holds one all night.

const minuteMs = 60_000
/** Minutes that a way there and back takes; without a common divisor, so that the path comes back only after 33 hours. */
const [acrossMinutes, downMinutes] = [53, 37]
/** Of the way to the edge. */
const reach = 0.9

/** −1 to 1 across and down, of the room that the words leave; the same on every screen at the same minute. */
export const wander = (now: number): readonly [across: number, down: number] => {
  const minute = Math.floor(now / minuteMs)
  const at = (period: number) => reach * Math.sin((2 * Math.PI * (minute % period)) / period)
  return [at(acrossMinutes), at(downMinutes)]
}
