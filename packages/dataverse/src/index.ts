export { seesAll } from './catalogue/access.ts'
export {
  columnByLogicalName,
  columnByWebApiName,
  sqlType,
  TABLES,
  tableByEntitySet,
  tableByLogicalName,
  tableByTypeCode,
} from './catalogue/catalogue.ts'
export { booleanLabels } from './catalogue/columns.ts'
export { fittingText } from './catalogue/fit.ts'
export { OPTION_SETS, type OptionSetName } from './catalogue/option-sets.ts'
export {
  type Intersect,
  type NavigationProperty,
  navigationProperties,
  navigationProperty,
} from './catalogue/relationships.ts'
export type {
  Column,
  ColumnDefault,
  ColumnType,
  Option,
  OptionSet,
  OwnRows,
  Reach,
  RowAccess,
  Table,
} from './catalogue/types.ts'
export { displayName, schemaName } from './catalogue/words.ts'
export { DEFINITION_TYPES } from './csdl/definition-types.ts'
export { DEFINITION_ENUMS, DEFINITION_VALUES } from './csdl/definition-values.ts'
export { metadataDocument } from './csdl/document.ts'
export { complexName } from './csdl/metadata-changes.ts'
export { FUNCTION_TYPES, FUNCTIONS } from './csdl/operations.ts'
export type { FunctionType, StructuredType, TypedName } from './csdl/types.ts'
export * from './email-settings/index.ts'
export { dataverseError, ERROR_CODES, type ErrorCode, type ErrorEnvelope } from './errors.ts'
export * from './fetchxml/index.ts'
export { type Apply, type ApplyResult, parseApply } from './odata/apply.ts'
export { dateRange, type InstantRange } from './odata/date-range.ts'
export { compareRows, dateArgument, evaluate, type Row, type World } from './odata/evaluate.ts'
export { EXPAND_DEPTH_MAX } from './odata/expand.ts'
export { DEPTH_MAX } from './odata/filter.ts'
export { formatFilter, formatOptions, formatQuery } from './odata/format.ts'
export { parseInstant } from './odata/instant.ts'
export { type EdmType, edmType } from './odata/literal.ts'
export { parseQuery, QUERY_LENGTH_MAX, RELATED_TABLES_MAX } from './odata/query.ts'
export type {
  CalendarFunction,
  CallerFunction,
  ComparisonOperator,
  CountedFunction,
  DateFunction,
  DayFunction,
  EvaluationContext,
  ExpandItem,
  FilterExpression,
  NavigationPath,
  Operand,
  OrderByItem,
  Query,
  QueryError,
  QueryFunction,
  QueryResult,
  QueryValue,
  TextFunction,
  ValueFunction,
} from './odata/types.ts'
export {
  booleanSetting,
  type EffectiveResult,
  type EffectiveSetting,
  type EffectiveSettings,
  effectiveSettings,
  numberSetting,
} from './settings/effective.ts'
export { ACTED_ON } from './settings/effects.ts'
export { findSetting, isAvailable, SETTINGS, settingDefault } from './settings/registry.ts'
export { unknownSetting } from './settings/similar.ts'
export type { DefaultRange, Setting, SettingType, SettingValue } from './settings/types.ts'
export {
  formatSettingValue,
  type ParsedValue,
  parseSettingValue,
  settingTypeText,
} from './settings/value.ts'
export { compareVersions, isVersion } from './settings/version.ts'
export {
  checkEntry,
  INVALID_SETTING_MESSAGE,
  type MergedColumn,
  mergeOrgSettings,
  type ParsedColumn,
  parseOrgSettings,
  removeOrgSetting,
  replaceOrgSettings,
  type SettingChange,
  type SettingsRefusal,
  type StoredSetting,
  serializeOrgSettings,
} from './settings/xml-column.ts'
export { readSettingsXml, type XmlEntry, type XmlResult } from './settings/xml-reader.ts'
export { readXml, type XmlElement, XmlFault, type XmlFormat } from './xml/read-xml.ts'
