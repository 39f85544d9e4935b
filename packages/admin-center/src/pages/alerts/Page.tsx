import { Button } from '@fluentui/react-components'
import { Settings20Regular } from '@fluentui/react-icons'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { isCustomizer, useMe } from '../../app/use-me.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { alerts as text } from '../../strings/alerts.ts'
import { AlertList } from './AlertList.tsx'
import { AlertSettings } from './AlertSettings.tsx'

const route = getRouteApi('/alerts')

export function AlertsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useMe()
  const [isSetting, setSetting] = useState(false)
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        actions={
          isCustomizer(me) && (
            <Button icon={<Settings20Regular />} onClick={() => setSetting(true)}>
              {text.settings.open}
            </Button>
          )
        }
      />
      <AlertList
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
      />
      {isSetting && <AlertSettings onClose={() => setSetting(false)} />}
    </>
  )
}
