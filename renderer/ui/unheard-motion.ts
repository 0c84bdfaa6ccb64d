// React listens to every transition and every animation on the page, in case a component asked for them. None asks for
// more than the end of an animation, and fifty rows that travel would have it look two hundred times.
for (const type of [
  'transitionrun',
  'transitionstart',
  'transitionend',
  'transitioncancel',
  'animationstart',
  'animationiteration',
])
  window.addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: true })
