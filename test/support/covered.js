// Run in a page: what can be pressed there and is covered, or lies where nobody gets to, in words.
;(() => {
  const name = (element) => element.outerHTML.slice(0, 200)
  const isReachable = (target) =>
    target.closest('[inert], [aria-hidden=true], :disabled') === null && target.checkVisibility()
  const reason = (target) => {
    // What shows only while it has the focus shows now.
    target.focus()
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const { left, top, width, height } = target.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    if (hit === null) return 'out of reach'
    const parts = [target, ...(target.labels ?? [])]
    if (hit.contains(target) || parts.some((part) => part.contains(hit))) return null
    return `covered by ${name(hit)}`
  }
  const targets = 'a[href], button, input, select, textarea, [role=tab], [role=button]'
  const found = [...document.querySelectorAll(targets)].filter(isReachable).flatMap((target) => {
    const why = reason(target)
    return why === null ? [] : [`${name(target)}: ${why}`]
  })
  scrollTo(0, 0)
  return found
})()
