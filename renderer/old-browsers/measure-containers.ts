// Container units for browsers of before 2022-08: each container tells what is in it a hundredth of its own size, as
// `--cqw` and `--cqh`, which the old style sheet uses in their place.

interface Containers {
  /** A selector of all containers. */
  readonly all: string
  /** Of those whose height counts too. */
  readonly sized: string
}

export const measureContainers = (root: HTMLElement, { all, sized }: Containers): void => {
  const put = (element: HTMLElement, width: number, height: number): void => {
    element.style.setProperty('--cqw', `${width / 100}px`)
    if (element.matches(sized)) element.style.setProperty('--cqh', `${height / 100}px`)
  }
  const sizes = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries)
      if (target instanceof HTMLElement) put(target, contentRect.width, contentRect.height)
  })
  const within = (node: Node): readonly HTMLElement[] =>
    node instanceof HTMLElement
      ? [node, ...node.querySelectorAll<HTMLElement>(all)].filter((each) => each.matches(all))
      : []

  const changes = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes } of records) {
      for (const node of removedNodes) for (const element of within(node)) sizes.unobserve(element)
      for (const node of addedNodes) for (const element of within(node)) sizes.observe(element)
      if (type === 'attributes') for (const element of within(target)) sizes.observe(element)
    }
  })
  changes.observe(root, {
    childList: true,
    subtree: true,
    attributes: true,
    // What makes a container of an element that was none.
    attributeFilter: ['class', 'data-cut'],
  })
}
