import {
  Button,
  Field,
  Input,
  makeStyles,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons'
import { type ReactNode, type SubmitEvent, useState } from 'react'
import { useMe } from '../../app/use-me.ts'
import { Command } from '../../components/Command.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { ErrorState, LoadingState } from '../../components/states.tsx'
import { personalData } from '../../strings/personal-data.ts'
import { shell } from '../../strings/shell.ts'
import { RetentionForm } from './RetentionForm.tsx'
import { exportUrl, useRetention } from './use-retention.ts'
import { isAddress } from './view-model.ts'

const { retention, commands } = personalData

export function PersonalDataPage() {
  const stored = useRetention()
  const { organization, organizations } = useMe()
  const of = organizations.length > 1 ? ` -e ${organization.uniqueName}` : ''
  return (
    <>
      <PageHeader
        title={personalData.title}
        crumbs={[{ text: shell.pages.settings, to: '/settings' }]}
        description={personalData.description}
      />
      <Section title={personalData.export.title} text={personalData.export.text}>
        <ExportForm />
      </Section>
      <Section title={commands.title} text={commands.text}>
        <Command
          title={commands.erase}
          command={`npx --no trackmark people erase cora@customer.example --yes${of}`}
        />
        <Command title={commands.backup} command="npx --no trackmark backup trackmark.backup" />
        <Command title={commands.restore} command="npx --no trackmark restore trackmark.backup" />
      </Section>
      <Section title={retention.title} text={retention.text}>
        {stored.isPending && <LoadingState lines={8} />}
        {stored.isError && stored.data === undefined && (
          <ErrorState error={stored.error} onRetry={() => void stored.refetch()} />
        )}
        {stored.data !== undefined && <RetentionForm stored={stored.data} />}
      </Section>
    </>
  )
}

function ExportForm() {
  const styles = useStyles()
  const { export: text } = personalData
  const [address, setAddress] = useState('')
  const [isTried, setTried] = useState(false)
  const isFaulty = isTried && !isAddress(address)
  const download = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isAddress(address)) return
    const link = document.createElement('a')
    link.href = exportUrl(address)
    link.download = `${address.trim()}.ndjson`
    link.click()
  }
  return (
    <form className={styles.export} onSubmit={download} noValidate>
      <Field label={text.address} {...(isFaulty ? { validationMessage: text.fault } : {})}>
        <Input
          type="email"
          value={address}
          onChange={(_, { value }) => setAddress(value)}
          className={styles.address}
        />
      </Field>
      <Button type="submit" icon={<ArrowDownload20Regular />}>
        {text.action}
      </Button>
    </form>
  )
}

function Section(props: {
  readonly title: string
  readonly text: string
  readonly children: ReactNode
}) {
  const styles = useStyles()
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{props.title}</h2>
      <Text className={styles.text}>{props.text}</Text>
      {props.children}
    </section>
  )
}

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    marginBottom: tokens.spacingVerticalXXXL,
  },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  text: { maxWidth: '80ch', color: tokens.colorNeutralForeground2 },
  export: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
  },
  address: { width: '320px', maxWidth: '100%' },
})
