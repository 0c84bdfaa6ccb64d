// The page that is shown while the wall's own page keeps breaking. It has no script, so that it cannot break too.
export const recoveringPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Floorboard</title>
<link rel="stylesheet" href="/recovering.css">
<main>
<h1>This wall is recovering</h1>
<p>It tries again by itself every few minutes. The numbers are safe.</p>
</main>
</html>
`

export const recoveringStyle = `html, body { margin: 0; height: 100%; background: #0b1020; color: #e8ecf6; }
body { display: grid; place-items: center; font: 3.2vmin system-ui, sans-serif; text-align: center; }
h1 { font-size: 7vmin; font-weight: 650; margin: 0 0 2vmin; }
p { color: #9aa5bf; margin: 0; }
`
