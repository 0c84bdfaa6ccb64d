// The page's first script, which every browser can read: it says in words that a browser is too old, before anything runs
// that such a browser would stop at without a word. To one that is only old it gives what that lacks. ECMAScript 5.
// What stands between percent signs is put in when it is built.
;(function () {
  var words = '%WORDS%'
  var parts = '%PARTS%'
  var stuckAfterMs = 30000
  var lookEveryMs = 2000
  var agent = window.navigator.userAgent
  var lastError = ''

  function isTooOld() {
    var supports = window.CSS && window.CSS.supports
    return !(
      'noModule' in document.createElement('script') &&
      supports &&
      window.CSS.supports('gap', '1px') &&
      window.CSS.registerProperty &&
      window.ResizeObserver &&
      ''.replaceAll &&
      window.Promise.any &&
      window.Intl.Segmenter
    )
  }

  function lacksContainerUnits() {
    return !window.CSS.supports('width', '1cqw')
  }

  function lacksMethods() {
    return !([].toSpliced && [].findLast && ''.isWellFormed && Object.hasOwn)
  }

  /** Of the browser's language, else English. */
  function say(id) {
    var language = String(window.navigator.language || 'en')
      .slice(0, 2)
      .toLowerCase()
    return (words[language] || words.en)[id]
  }

  function add(parent, tag, text, style) {
    var element = document.createElement(tag)
    element.textContent = text
    element.style.cssText = style
    parent.appendChild(element)
  }

  function show(headline, advice, detail) {
    var page = document.createElement('div')
    page.id = 'old-browser'
    page.style.cssText =
      'position:fixed;top:0;right:0;bottom:0;left:0;z-index:9;padding:12vh 8vw;background:#080c17;color:#f4f7ff;' +
      'font-family:sans-serif;font-size:2.6vw;line-height:1.4;cursor:default'
    add(page, 'h1', say(headline), 'margin:0 0 4vh;font-size:5vw;line-height:1.15;font-weight:bold')
    add(page, 'p', say(advice), 'margin:0 0 4vh')
    add(page, 'p', detail, 'margin:0;color:#b3c0de;font-size:1.6vw;overflow-wrap:break-word')
    document.body.appendChild(page)
  }

  function isEmpty() {
    var wall = document.getElementById('wall')
    return !wall || !wall.firstChild
  }

  /** A browser that has all of that and still does not come up must not stay dark. */
  function watch() {
    var waited = 0
    var timer = setInterval(function () {
      var page = document.getElementById('old-browser')
      waited += lookEveryMs
      if (!isEmpty()) {
        clearInterval(timer)
        if (page) page.parentNode.removeChild(page)
      } else if (waited >= stuckAfterMs && !page) show('stuck', 'stuckAdvice', lastError + ' ' + agent)
    }, lookEveryMs)
  }

  window.addEventListener('error', function (event) {
    if (event.message) lastError = event.message
  })
  if (isTooOld()) {
    show('tooOld', 'tooOldAdvice', agent)
    return
  }
  if (lacksContainerUnits()) document.querySelector('link[rel=stylesheet]').href = parts.style
  // Written, so that it runs before the wall's own script.
  if (lacksContainerUnits() || lacksMethods())
    document.write('<script src="' + parts.catchUp + '"></' + 'script>')
  watch()
})()
