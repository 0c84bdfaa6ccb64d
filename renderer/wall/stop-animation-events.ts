// React listens on the root for every transition and animation event, in case a component asked for one. Ours use only
// `animationend`; stopping the others early spares React a look at each bar and mark of a page that appears.
for (const type of [
  'transitionrun',
  'transitionstart',
  'transitionend',
  'transitioncancel',
  'animationstart',
  'animationiteration',
])
  window.addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: true })
