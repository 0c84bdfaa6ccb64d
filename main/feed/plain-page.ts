// A page that says one thing where there is no wall to show. It asks again by itself, since nobody presses reload on a TV.

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

interface PlainPage {
  /** As a browser asks for languages; the words are in the first of them. */
  readonly language: string | undefined
  readonly againInSeconds: number
  readonly headline: string
  readonly lines: readonly ({ readonly text: string } | { readonly code: string })[]
}

/** Goes with `plainPageHeaders`. */
export const plainPage = ({ language, againInSeconds, headline, lines }: PlainPage): string => {
  const body = lines.map((line) =>
    'code' in line ? `<code dir="ltr">${escaped(line.code)}</code>` : `<p>${escaped(line.text)}</p>`,
  )
  return `<!doctype html>
<html lang="${escaped(/^[a-z]+/i.exec(language ?? 'en')?.[0] ?? 'en')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${againInSeconds}">
<title>Floorboard</title>
<style>
html { background: #080c17; color: #f4f7ff; font-family: system-ui, sans-serif; font-size: calc(8px + 1.1vw); }
body { box-sizing: border-box; display: flex; flex-direction: column; justify-content: center; min-height: 100vh; margin: 0; padding: 6vw; }
h1 { margin: 0 0 0.5em; font-size: 2.4em; line-height: 1.15; text-wrap: balance; }
p { max-width: 46em; margin: 0 0 1em; line-height: 1.45; }
code { display: block; margin: 0 0 1em; padding: 0.7em 0.9em; overflow-wrap: anywhere; background: #18203a; color: #ffc54d; border-radius: 0.4em; font-size: 1.2em; }
</style>
</head>
<body>
<h1>${escaped(headline)}</h1>
${body.join('\n')}
</body>
</html>
`
}

export const plainPageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}
