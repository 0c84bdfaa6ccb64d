// React listens to the start and end of every transition on the page, in case a component asked for them. None does,
// and fifty rows that travel would have it look two hundred times.
for (const type of ['transitionrun', 'transitionstart', 'transitionend', 'transitioncancel'])
  window.addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: true })
