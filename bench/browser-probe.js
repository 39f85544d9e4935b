/**
 * Runs in the measured page, before its own scripts. Times are those of the page's clock, so that
 * what steers the browser isn't measured along.
 */
globalThis.bench = (() => {
  /** A frame later than this missed at least one turn of a screen with 60 a second. */
  const LATE_MS = 34
  let seen = {}
  let inputAt = 0
  let frameAt = 0

  const begin = () => {
    seen = { longestTaskMs: 0, longestInputMs: 0, frames: 0, lateFrames: 0, longestFrameMs: 0 }
    seen.atEndMs = 0
  }
  begin()
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      seen.longestTaskMs = Math.max(seen.longestTaskMs, duration)
    }
  }).observe({ type: 'longtask' })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      seen.longestInputMs = Math.max(seen.longestInputMs, duration)
    }
  }).observe({ type: 'event', durationThreshold: 16 })
  for (const type of ['keydown', 'change', 'click']) {
    addEventListener(type, ({ timeStamp }) => (inputAt = timeStamp), true)
  }

  const isAtEnd = () =>
    document.documentElement !== null &&
    scrollY > 0 &&
    scrollY + innerHeight >= document.documentElement.scrollHeight - 1
  const frame = (now) => {
    if (frameAt > 0) {
      const took = now - frameAt
      seen.frames += 1
      seen.longestFrameMs = Math.max(seen.longestFrameMs, took)
      if (took > LATE_MS) seen.lateFrames += 1
      if (isAtEnd()) seen.atEndMs += took
    }
    frameAt = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)

  const textOf = (selector) => document.querySelector(selector)?.textContent ?? ''
  const shows = ({ count, first, gone }) => {
    if (gone !== undefined) return document.querySelector(gone) === null
    return first === null
      ? textOf('main h2').includes('No mailbox matches')
      : textOf('main [aria-live=polite]') === count &&
          textOf('main [role=rowheader]').startsWith(first)
  }

  return {
    begin,
    end: () => seen,
    /** Milliseconds from the last input to the frame in which the page shows what is wanted. */
    shown: (wanted) =>
      new Promise((resolve, reject) => {
        const until = performance.now() + 60_000
        const look = (now) => {
          if (shows(wanted)) resolve(now - inputAt)
          else if (now > until) reject(new Error(`never shown: ${JSON.stringify(wanted)}`))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    rows: () => Number(document.querySelector('main [data-index]:last-child')?.dataset.index ?? 0),
  }
})()
