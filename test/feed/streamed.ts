/** A request whose body is made as it is read. */
export const streamed = (type: string, make: () => Iterable<string | Uint8Array>): RequestInit => {
  const parts = make()[Symbol.iterator]()
  const encoder = new TextEncoder()
  const body = new ReadableStream({
    pull(controller) {
      const { done, value } = parts.next()
      if (done) controller.close()
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
    },
  })
  return { method: 'POST', body, duplex: 'half', headers: { 'content-type': type } } as RequestInit
}
