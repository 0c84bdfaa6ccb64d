// The page that is shown while the wall's own page keeps breaking: the last picture of the wall, dated, else words. It has no
// script, so that it cannot break too.

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })

/** In the machine's own time zone, as the page that it stands on has no other. */
const dated = (at: Date, now: Date): string =>
  day.format(at) === day.format(now) ? clock.format(at) : `${day.format(at)}, ${clock.format(at)}`

/** `takenAt`: of the picture at `/recovering.jpg`; null where there is none. */
export const recoveringPage = (takenAt: Date | null, now: Date): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Floorboard</title>
<link rel="stylesheet" href="/recovering.css">
${
  takenAt === null
    ? `<main>
<h1>This wall is recovering</h1>
<p>It tries again by itself every few minutes. The numbers are safe.</p>
</main>`
    : `<main class="dated">
<img src="/recovering.jpg" alt="">
<p><strong>As of ${dated(takenAt, now)}.</strong> The wall is recovering.</p>
</main>`
}
</html>
`

/** The band lies over the foot of the picture, where a board says how new it is. */
export const recoveringStyle = `html, body { margin: 0; height: 100%; background: #0b1020; color: #e8ecf6; }
body { display: grid; place-items: center; font: 3.2vmin system-ui, sans-serif; text-align: center; }
h1 { font-size: 7vmin; font-weight: 650; margin: 0 0 2vmin; }
p { color: #9aa5bf; margin: 0; }
strong { color: #e8ecf6; font-weight: 650; }
.dated { position: fixed; inset: 0; }
.dated img { width: 100%; height: 100%; object-fit: contain; }
.dated p { position: absolute; inset: auto 0 0; padding: 2.8vmin; background: #0b1020; font-size: 3.6vmin; }
`
