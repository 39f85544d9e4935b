import { getRouteApi } from '@tanstack/react-router'
import { PageHeader } from '../../components/PageHeader.tsx'
import { failures as text } from '../../strings/failures.ts'
import { FailureList } from './FailureList.tsx'

const route = getRouteApi('/failures')

export function FailuresPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <FailureList
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
      />
    </>
  )
}
