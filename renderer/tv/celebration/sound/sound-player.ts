// Plays the sound of a celebration at its instant, at the screen's volume, and says whether it was heard.
import type { CelebratedMessage, CelebrateMessage } from '../../../../shared/wire/celebrations/view.ts'
import { runningContext } from '../../sound/running-context.ts'
import type { Media } from './media.ts'
import { playFromElsewhere } from './sound-elsewhere.ts'

export interface Playing {
  readonly state: Promise<CelebratedMessage['sound']>
  stop(): void
}

interface SoundPlayerOptions {
  readonly media: Pick<Media, 'bytesOf'>
  /** 0 to 1. */
  readonly volume: () => number
  readonly openContext: () => AudioContext
}

type Message = Pick<CelebrateMessage, 'startsAt' | 'ms' | 'sound' | 'silent'>

/** A walk-up clip is no concert. */
const longestSeconds = 15
/** A sound that is cut ends softly, and so does one that is joined in its middle begin. */
const fadeSeconds = 1.2
const rampSeconds = 0.05

export const createSoundPlayer = ({ media, volume, openContext }: SoundPlayerOptions) => ({
  play: ({ sound, silent, startsAt, ms }: Message, feedNow: () => number): Playing => {
    if (sound?.startsWith('https:') && !silent && volume() > 0)
      return playFromElsewhere({
        url: sound,
        volume: volume(),
        inMs: startsAt - feedNow(),
        longestMs: Math.min(longestSeconds * 1000, ms),
      })
    let context: AudioContext | null = null
    let gain: GainNode | null = null
    let isStopped = false
    const close = (): void => {
      void context?.close()
      context = null
    }

    const start = async (): Promise<CelebratedMessage['sound']> => {
      if (sound === null) return 'none'
      if (silent || volume() === 0) return 'muted'
      const bytes = await media.bytesOf(sound)
      if (bytes === null) return 'broken'
      const opened = await runningContext(openContext)
      if (opened === null) return 'blocked'
      if (isStopped) {
        await opened.close()
        return 'muted'
      }
      context = opened
      let buffer: AudioBuffer
      try {
        buffer = await opened.decodeAudioData(bytes)
      } catch {
        // A file that is no sound.
        close()
        return 'broken'
      }
      if (context === null) return 'muted'
      const inSeconds = (startsAt - feedNow()) / 1000
      const lasts = Math.min(buffer.duration, longestSeconds, ms / 1000)
      const joinAt = Math.max(0, -inSeconds)
      if (joinAt >= lasts) {
        close()
        return 'none'
      }
      const from = opened.currentTime + Math.max(0, inSeconds)
      const until = from + lasts - joinAt
      const source = opened.createBufferSource()
      source.buffer = buffer
      gain = opened.createGain()
      gain.gain.setValueAtTime(joinAt > 0 ? 0 : volume(), from)
      if (joinAt > 0) gain.gain.linearRampToValueAtTime(volume(), from + rampSeconds)
      if (lasts < buffer.duration) {
        gain.gain.setValueAtTime(volume(), Math.max(from + rampSeconds, until - fadeSeconds))
        gain.gain.linearRampToValueAtTime(0, until)
      }
      source.connect(gain).connect(opened.destination)
      source.onended = close
      source.start(from, joinAt, lasts - joinAt)
      return 'played'
    }

    return {
      state: start().catch((error: unknown) => {
        console.warn('floorboard: the sound of a celebration failed', error)
        close()
        return 'broken'
      }),
      stop: () => {
        isStopped = true
        if (context === null || gain === null) return
        gain.gain.setTargetAtTime(0, context.currentTime, 0.12)
        setTimeout(close, 700)
      },
    }
  },
})
