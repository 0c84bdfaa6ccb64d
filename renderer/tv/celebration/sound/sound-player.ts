// Plays the sound of a celebration at its instant, at the screen's volume, and says whether it was heard.
import type { CelebratedMessage, CelebrateMessage } from '../../../../shared/wire/celebrations/view.ts'
import type { Loudspeaker } from '../../sound/loudspeaker.ts'
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
  readonly speaker: Loudspeaker
}

type Message = Pick<CelebrateMessage, 'startsAt' | 'ms' | 'sound' | 'silent'>

/** A walk-up clip is no concert. */
const longestSeconds = 15
/** A sound that is cut ends softly, and so does one that is joined in its middle begin. */
const fadeSeconds = 1.2
const rampSeconds = 0.05

export const createSoundPlayer = ({ media, volume, speaker }: SoundPlayerOptions) => ({
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
    const leave = (): void => {
      gain?.disconnect()
      gain = null
      if (context !== null) speaker.rest()
      context = null
    }

    const start = async (): Promise<CelebratedMessage['sound']> => {
      if (sound === null) return 'none'
      if (silent || volume() === 0) return 'muted'
      const bytes = await media.bytesOf(sound)
      if (bytes === null) return 'broken'
      const opened = await speaker.run()
      if (opened === null) return 'blocked'
      context = opened
      if (isStopped) {
        leave()
        return 'muted'
      }
      let buffer: AudioBuffer
      try {
        buffer = await opened.decodeAudioData(bytes)
      } catch {
        // A file that is no sound.
        leave()
        return 'broken'
      }
      // Taken back while it was decoded.
      if (isStopped) {
        leave()
        return 'muted'
      }
      const inSeconds = (startsAt - feedNow()) / 1000
      const lasts = Math.min(buffer.duration, longestSeconds, ms / 1000)
      const joinAt = Math.max(0, -inSeconds)
      if (joinAt >= lasts) {
        leave()
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
      source.onended = leave
      source.start(from, joinAt, lasts - joinAt)
      return 'played'
    }

    return {
      state: start().catch((error: unknown) => {
        console.warn('floorboard: the sound of a celebration failed', error)
        leave()
        return 'broken'
      }),
      stop: () => {
        isStopped = true
        if (context === null || gain === null) return
        gain.gain.setTargetAtTime(0, context.currentTime, 0.12)
        setTimeout(leave, 700)
      },
    }
  },
})
