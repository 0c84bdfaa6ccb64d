// What a page plays, recorded on its way to the loudspeaker, and how much of it is a file's.
import { readFileSync } from 'node:fs'

/** Mono, from -1 to 1. */
interface Recording {
  readonly samples: readonly number[]
  /** Samples a second. */
  readonly rate: number
}

/** Runs in the page: keeps the loudest 0.7 s of whatever is played from now on as `window.recording`. */
export const recordSound = (): void => {
  const { connect } = AudioNode.prototype
  const loudest = { power: 0, samples: [0], rate: 1 }
  Object.assign(window, { recording: loudest })
  AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode | AudioParam) {
    if (to instanceof AudioDestinationNode) {
      const { context } = this
      const analyser = context.createAnalyser()
      analyser.fftSize = 32_768
      const last = new Float32Array(analyser.fftSize)
      const look = setInterval(() => {
        analyser.getFloatTimeDomainData(last)
        const power = last.reduce((sum, value) => sum + value ** 2, 0)
        if (power > loudest.power)
          Object.assign(loudest, { power, samples: [...last], rate: context.sampleRate })
        if (context.state === 'closed') clearInterval(look)
      }, 50)
      Reflect.apply(connect, this, [analyser])
    }
    return Reflect.apply(connect, this, [to])
  } as typeof connect
}

/** Of a WAVE file of 16 bits with one channel. */
const readMono = (path: string): Recording => {
  const file = readFileSync(path)
  const samples = Array.from(
    { length: (file.length - 44) / 2 },
    (_, index) => file.readInt16LE(44 + 2 * index) / 32_768,
  )
  return { samples, rate: file.readUInt32LE(24) }
}

/** What is compared; below half of it lies all that a gong is. */
const comparedRate = 8000

const resampled = ({ samples, rate }: Recording): Float64Array =>
  Float64Array.from({ length: Math.floor((samples.length * comparedRate) / rate) }, (_, index) => {
    const [from, until] = [index, index + 1].map((at) => Math.floor((at * rate) / comparedRate)) as [
      number,
      number,
    ]
    const window = samples.slice(from, Math.max(until, from + 1))
    return window.reduce((sum, value) => sum + value, 0) / window.length
  })

export interface Likeness {
  /** 1: the same wave, however loud. */
  readonly correlation: number
  /** How loud it is, over the file: the middle one of its tenths of a second, since a busy machine leaves gaps. */
  readonly gain: number
}

const blockLength = comparedRate / 10

/** `lag`: the file's sample at which the recording begins. */
const gainAt = (file: Float64Array, heard: Float64Array, lag: number): number => {
  const gains: number[] = []
  const end = Math.min(heard.length, file.length - lag)
  for (let from = Math.max(0, -lag); from + blockLength <= end; from += blockLength) {
    let [product, filePower] = [0, 0]
    for (let index = from; index < from + blockLength; index += 1) {
      const value = file[index + lag] ?? 0
      product += value * (heard[index] ?? 0)
      filePower += value ** 2
    }
    gains.push(product / filePower)
  }
  return gains.sort((a, b) => a - b)[Math.floor(gains.length / 2)] ?? 0
}

/** Where the recording is most like the file, which may have begun in its middle. */
export const likenessTo = (path: string, recording: Recording): Likeness => {
  const [file, heard] = [resampled(readMono(path)), resampled(recording)]
  const power = (of: Float64Array) => of.reduce((sum, value) => sum + value ** 2, 0)
  const heardPower = power(heard)
  let best = { correlation: 0, lag: 0 }
  for (let lag = -heard.length; lag < file.length; lag += 1) {
    let [product, filePower] = [0, 0]
    for (let index = Math.max(0, -lag); index < Math.min(heard.length, file.length - lag); index += 1) {
      const value = file[index + lag] ?? 0
      product += value * (heard[index] ?? 0)
      filePower += value ** 2
    }
    const correlation = filePower === 0 ? 0 : product / Math.sqrt(filePower * heardPower)
    if (correlation > best.correlation) best = { correlation, lag }
  }
  return { correlation: best.correlation, gain: gainAt(file, heard, best.lag) }
}
