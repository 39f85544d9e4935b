export {
  DEFAULT_METHODS,
  type DefaultMethods,
  readDefaultMethods,
  writeDefaultMethods,
} from './default-methods.ts'
export { EMAIL_SETTINGS, emailSetting } from './definitions.ts'
export type * from './types.ts'
export {
  EMAIL_SETTING_COLUMNS,
  type EmailSettingsSource,
  type EmailSettingsWrite,
  emailSettingDefault,
  emailSettingFault,
  emailSettingsWrite,
  emailSettingValue,
  storedIn,
} from './values.ts'
