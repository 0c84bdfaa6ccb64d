// RIFF WAVE of 16 bits, one or two channels.

/** @param {readonly Float64Array[]} channels from -1 to 1 @param {number} rate */
export function waveOf(channels, rate) {
  const bytes = channels.length * 2
  const size = channels[0].length * bytes
  const file = Buffer.alloc(44 + size)
  file.write('RIFF', 0, 'ascii')
  file.writeUInt32LE(36 + size, 4)
  file.write('WAVEfmt ', 8, 'ascii')
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(channels.length, 22)
  file.writeUInt32LE(rate, 24)
  file.writeUInt32LE(rate * bytes, 28)
  file.writeUInt16LE(bytes, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36, 'ascii')
  file.writeUInt32LE(size, 40)
  for (let index = 0; index < channels[0].length; index += 1)
    for (const [at, channel] of channels.entries())
      file.writeInt16LE(Math.round(channel[index] * 32_767), 44 + index * bytes + at * 2)
  return file
}

/** @param {Buffer} file as written above */
export function readWave(file) {
  const [count, rate] = [file.readUInt16LE(22), file.readUInt32LE(24)]
  const length = file.readUInt32LE(40) / 2 / count
  const channels = Array.from({ length: count }, (_, at) =>
    Float64Array.from({ length }, (_, index) => file.readInt16LE(44 + (index * count + at) * 2) / 32_767),
  )
  return { channels, rate }
}
