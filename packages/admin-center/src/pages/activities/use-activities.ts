import { useQuery } from '@tanstack/react-query'
import type { Activities, Activity } from '@trackmark/admin-api'
import { api, apiUrl, type QueryValue } from '../../api/client.ts'
import { useRows } from '../../api/use-rows.ts'

const EVERY_MS = 10_000

export const useActivities = (query: Readonly<Record<string, QueryValue>>) =>
  useRows<Activities>({ path: 'activities', query, refreshMs: EVERY_MS })

export const useActivity = (id: string) =>
  useQuery({
    queryKey: ['activity', id],
    queryFn: ({ signal }) => api.get<Activity>(`activities/${encodeURIComponent(id)}`, { signal }),
  })

export const attachmentUrl = (activityId: string, attachmentId: string): string =>
  apiUrl(`activities/${activityId}/attachments/${attachmentId}`).href

/** The empty page that a body is written into. */
export const frameUrl = (images: 'none' | 'remote'): string =>
  apiUrl(images === 'none' ? 'activities/frame' : 'activities/frame-with-images').href
