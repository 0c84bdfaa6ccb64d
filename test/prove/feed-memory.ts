// What a feed holds, in MB, by its own metrics.
export interface FeedMemory {
  readonly resident: number
  readonly heap: number
}

/** One that is kept may be closed by the feed just as a question goes out, where the machine is busy for seconds. */
export const aConnectionOfItsOwn = { connection: 'close' }

export const feedMemory = async (url: string): Promise<FeedMemory> => {
  const text = await (await fetch(`${url}/metrics`, { headers: aConnectionOfItsOwn })).text()
  const gauge = (name: string): number => {
    const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]
    if (value === undefined) throw new Error(`the feed has no metric ${name}`)
    return Number(value) / 1e6
  }
  return { resident: gauge('process_resident_memory_bytes'), heap: gauge('nodejs_heap_size_used_bytes') }
}
