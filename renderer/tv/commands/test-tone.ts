// Two notes at the screen's volume, so that whoever stands before a TV knows whether it can be heard.
import type { Loudspeaker } from '../sound/loudspeaker.ts'

const notes = [
  { hertz: 659, atSeconds: 0 },
  { hertz: 880, atSeconds: 0.35 },
] as const
const noteSeconds = 0.6
/** A note that begins or ends at once clicks. */
const rampSeconds = 0.03

const playNote = (context: AudioContext, hertz: number, startAt: number, volume: number): void => {
  const [source, gain] = [context.createOscillator(), context.createGain()]
  source.frequency.value = hertz
  gain.gain.setValueAtTime(0, startAt)
  gain.gain.linearRampToValueAtTime(volume, startAt + rampSeconds)
  gain.gain.linearRampToValueAtTime(0, startAt + noteSeconds)
  source.connect(gain).connect(context.destination)
  source.start(startAt)
  source.stop(startAt + noteSeconds)
}

/** `volume` from 0 to 1. Resolves to `blocked` where the browser plays nothing before somebody has touched the page. */
export const playTestTone = async (
  { run, rest }: Loudspeaker,
  volume: number,
): Promise<'ready' | 'blocked'> => {
  const context = await run()
  if (context === null) return 'blocked'
  for (const { hertz, atSeconds } of notes)
    playNote(context, hertz, context.currentTime + 0.05 + atSeconds, volume)
  setTimeout(rest, 2000)
  return 'ready'
}
