import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import type {
  EmailSettingState,
  EmailSettings,
  EmailSettingsPage,
  EmailSettingValue,
} from '@trackmark/admin-api'
import { Fragment, type ReactNode, useState } from 'react'
import { useTell } from '../../app/Toasts.tsx'
import { isCustomizer, useMe } from '../../app/use-me.ts'
import { SaveBar } from '../../components/SaveBar.tsx'
import { SettingRow } from '../../components/SettingRow.tsx'
import { failureText } from '../../components/states.tsx'
import { UnsavedGuard } from '../../components/UnsavedGuard.tsx'
import { common } from '../../strings/common.ts'
import { email } from '../../strings/email.ts'
import { settings as strings } from '../../strings/settings.ts'
import { SettingControl } from './SettingControl.tsx'
import { isConflict, useActiveProfiles, useSaveEmailSettings } from './use-email-settings.ts'
import {
  bodyOf,
  type Draft,
  faultOf,
  type Group,
  groupsOf,
  isIdle,
  shownValue,
  tokenPreview,
  valueText,
  withChange,
  withoutMade,
} from './view-model.ts'

interface EmailSettingsFormProps {
  readonly page: EmailSettingsPage
  readonly stored: EmailSettings
  /** Settings that have a control of their own, and aren't part of Save and Discard. */
  readonly own?: Readonly<Record<string, (props: OwnControl) => ReactNode>>
  /** What stands below a setting, by its name. */
  readonly below?: Readonly<Record<string, ReactNode>>
}

export interface OwnControl {
  readonly setting: EmailSettingState
  readonly labelId: string
  readonly etag: string
  readonly isDisabled: boolean
}

export function EmailSettingsForm({ page, stored, own = {}, below = {} }: EmailSettingsFormProps) {
  const styles = useStyles()
  const tell = useTell()
  const mayChange = isCustomizer(useMe())
  const profiles = useActiveProfiles()
  const save = useSaveEmailSettings()
  const [kept, setDraft] = useState<Draft>(new Map())
  const { settings, etag } = stored
  const draft = withoutMade(kept, settings)
  const isOdd = (setting: EmailSettingState) =>
    draft.has(setting.name) && faultOf(setting, shownValue(draft, setting)) !== null
  const { active, inactive } = groupsOf(settings, page)
  const section = (group: Group, titleClass: string) => {
    const Title = titleClass === styles.title ? 'h2' : 'h3'
    return (
      <section key={group.title} className={styles.group}>
        <Title className={titleClass}>{group.title}</Title>
        {email.groups[group.title] !== undefined && (
          <Text className={styles.quiet}>{email.groups[group.title]}</Text>
        )}
        {group.settings.some(({ name }) => name === 'trackingprefix') && (
          <TokenPreview text={tokenPreview(settings, draft)} />
        )}
        {group.settings.map((setting) => (
          <Fragment key={setting.name}>
            <Row
              setting={setting}
              own={own[setting.name]}
              etag={etag}
              isDisabled={!mayChange || isIdle(setting, settings, draft)}
              value={shownValue(draft, setting)}
              profiles={profiles.data?.profiles ?? []}
              onChange={(value) => setDraft(withChange(draft, setting, value))}
            />
            {below[setting.name]}
          </Fragment>
        ))}
      </section>
    )
  }
  const submit = async () => {
    await save.mutateAsync({ change: bodyOf(draft, settings), etag }).then(
      () => {
        setDraft(new Map())
        tell('success', common.saved)
      },
      () => {}, // Shown below.
    )
  }
  return (
    <>
      <UnsavedGuard isDirty={draft.size > 0} />
      {!mayChange && (
        <MessageBar className={styles.bar}>
          <MessageBarBody>{strings.mayNotChange}</MessageBarBody>
        </MessageBar>
      )}
      {active.map((group) => section(group, styles.title))}
      {inactive.length > 0 && (
        <Accordion collapsible className={styles.inactive}>
          <AccordionItem value="inactive">
            <AccordionHeader as="h2" size="large">
              {strings.notActiveCount(inactive.flatMap((group) => group.settings).length)}
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>
              <Text block className={styles.quiet}>
                {strings.notActiveHint}
              </Text>
              {inactive.map((group) => section(group, styles.subtitle))}
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
      {save.isError && (
        <MessageBar
          intent={isConflict(save.error) ? 'warning' : 'error'}
          layout="multiline"
          className={styles.bar}
        >
          <MessageBarBody>
            {isConflict(save.error) ? strings.conflict : failureText(save.error)}
          </MessageBarBody>
        </MessageBar>
      )}
      {mayChange && (
        <SaveBar
          changes={draft.size}
          hasFaults={settings.some(isOdd)}
          isSaving={save.isPending}
          onSave={() => void submit()}
          onDiscard={() => {
            setDraft(new Map())
            save.reset()
          }}
        />
      )}
    </>
  )
}

interface RowProps {
  readonly setting: EmailSettingState
  readonly own: ((props: OwnControl) => ReactNode) | undefined
  readonly etag: string
  readonly isDisabled: boolean
  readonly value: EmailSettingValue
  readonly profiles: Parameters<typeof SettingControl>[0]['profiles']
  readonly onChange: (value: EmailSettingValue) => void
}

function Row({ setting, own, etag, isDisabled, value, profiles, onChange }: RowProps) {
  const labelId = `setting-${setting.name}`
  const what = email.descriptions[setting.name]
  const byDefault = strings.byDefault(valueText(setting, setting.default))
  return (
    <SettingRow
      label={setting.label}
      labelId={labelId}
      description={what === undefined ? byDefault : `${what} ${byDefault}.`}
    >
      {own?.({ setting, labelId, etag, isDisabled }) ?? (
        <SettingControl {...{ setting, labelId, value, isDisabled, profiles, onChange }} />
      )}
    </SettingRow>
  )
}

function TokenPreview({ text }: { readonly text: string | null }) {
  const styles = useStyles()
  return (
    <p className={styles.preview} aria-live="polite">
      <span>{email.preview}</span>
      <code className={styles.token}>{text ?? common.none}</code>
    </p>
  )
}

const useStyles = makeStyles({
  group: { marginBottom: tokens.spacingVerticalXXL, maxWidth: '960px' },
  title: { ...typographyStyles.subtitle1, margin: `0 0 ${tokens.spacingVerticalXS}` },
  subtitle: { ...typographyStyles.subtitle2, margin: `0 0 ${tokens.spacingVerticalXS}` },
  inactive: {
    marginBottom: tokens.spacingVerticalXXL,
    // The arrow stands where the titles above begin.
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})`,
  },
  panel: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  quiet: { color: tokens.colorNeutralForeground2 },
  bar: { marginBottom: tokens.spacingVerticalL, maxWidth: '960px' },
  preview: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    margin: `${tokens.spacingVerticalS} 0`,
  },
  token: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase400,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
})
