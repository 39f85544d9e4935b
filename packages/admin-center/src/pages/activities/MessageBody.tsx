import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import type { Activity } from '@trackmark/admin-api'
import { cleanBody } from '@trackmark/web-parts/clean-body'
import { useCallback, useEffect, useRef, useState } from 'react'
import { activities } from '../../strings/activities.ts'
import { picturesIn, showPictures } from './inline-pictures.ts'
import { frameUrl } from './use-activities.ts'

const { pane: text } = activities
const HEIGHT_MIN = 120
const HEIGHT_MAX = 900

/** Mail is written for white paper; it is shown on it in the dark theme too. */
const PAPER =
  'html{color-scheme:light;background:#fff;color:#242424}body{margin:12px;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}img{max-width:100%;height:auto}'

/**
 * What somebody wrote. HTML is cleaned and written into a frame that runs no scripts and has a
 * policy of its own; nothing in it reaches this page.
 */
export function MessageBody({ activity }: { readonly activity: Activity }) {
  const styles = useStyles()
  if (activity.body === null || activity.body.trim() === '') {
    return <p className={styles.none}>{text.noBody}</p>
  }
  if (!activity.isHtml) return <div className={styles.plain}>{activity.body}</div>
  return <HtmlBody key={activity.activityId} activity={activity} html={activity.body} />
}

function HtmlBody({ activity, html }: { readonly activity: Activity; readonly html: string }) {
  const styles = useStyles()
  const [images, setImages] = useState<'none' | 'remote'>('none')
  const [heldBack, setHeldBack] = useState(0)
  const [height, setHeight] = useState(HEIGHT_MIN)
  const frame = useRef<HTMLIFrameElement>(null)
  const [loaded, setLoaded] = useState<'none' | 'remote' | null>(null)
  const { activityId, attachments } = activity

  const measure = useCallback(() => {
    const wanted = frame.current?.contentDocument?.documentElement.scrollHeight ?? 0
    setHeight(Math.min(HEIGHT_MAX, Math.max(HEIGHT_MIN, wanted + 2)))
  }, [])

  useEffect(() => {
    const page = frame.current?.contentDocument
    const view = frame.current?.contentWindow
    // A frame made just now still shows an empty page, under this page's policy.
    if (loaded !== images || page == null || view == null) return
    const stop = new AbortController()
    const clean = cleanBody(html, images, view as Window & typeof globalThis)
    const paper = page.createElement('style')
    paper.textContent = PAPER
    page.documentElement.innerHTML = clean.html
    page.head.prepend(paper)
    setHeldBack(clean.heldBack)
    measure()
    // Pictures change how much room it takes.
    page.addEventListener('load', measure, { capture: true, signal: stop.signal })
    void showPictures(
      page,
      activityId,
      picturesIn(attachments, clean.contentIds),
      stop.signal,
    ).catch(() => {})
    return () => stop.abort()
  }, [loaded, html, images, activityId, attachments, measure])

  return (
    <>
      {heldBack > 0 && (
        <MessageBar layout="multiline">
          <MessageBarBody>{text.remote(heldBack)}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => setImages('remote')}>
              {text.loadRemote}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <iframe
        ref={frame}
        key={images}
        title={text.body}
        src={frameUrl(images)}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        className={styles.frame}
        style={{ height }}
        onLoad={() => setLoaded(images)}
      />
    </>
  )
}

const useStyles = makeStyles({
  none: { color: tokens.colorNeutralForeground3 },
  plain: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase400,
  },
  frame: {
    display: 'block',
    width: '100%',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'white',
    marginTop: tokens.spacingVerticalM,
  },
})
