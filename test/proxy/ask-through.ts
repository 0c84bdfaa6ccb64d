// A request by the name of the wall, whatever port the proxy has.
import { request } from 'node:https'
import { wallName, wallUrl } from './documented-lines.ts'

export interface Answer {
  readonly status: number
  readonly cookie: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any
}

interface Ask {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object
}

/** Writes as a page of the wall does, unless `headers` say otherwise. */
export const askThrough = (
  port: number,
  path: string,
  { method = 'GET', headers = {}, body }: Ask = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        servername: wallName,
        rejectUnauthorized: false,
        headers: {
          host: wallName,
          ...(method !== 'GET' && { origin: wallUrl }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (piece: string) => {
          text += piece
        })
        response.once('end', () => {
          const isJson = response.headers['content-type']?.includes('json') ?? false
          resolve({
            status: response.statusCode ?? 0,
            cookie: response.headers['set-cookie']?.[0] ?? '',
            body: isJson ? JSON.parse(text) : text,
          })
        })
      },
    )
    asked.once('error', reject)
    asked.end(body === undefined ? undefined : JSON.stringify(body))
  })
