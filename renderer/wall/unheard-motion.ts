// React listens to every transition and every animation on the page, in case a component asked for them. None asks for
// more than the end of an animation, and each bar and each pip of a page that comes up would have it look.
for (const type of [
  'transitionrun',
  'transitionstart',
  'transitionend',
  'transitioncancel',
  'animationstart',
  'animationiteration',
])
  window.addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: true })
