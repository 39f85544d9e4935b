export {
  columnByLogicalName,
  columnByWebApiName,
  sqlType,
  TABLES,
  tableByEntitySet,
  tableByLogicalName,
  tableByTypeCode,
} from './catalogue/catalogue.ts'
export { OPTION_SETS, type OptionSetName } from './catalogue/option-sets.ts'
export type {
  Column,
  ColumnDefault,
  ColumnType,
  Option,
  OptionSet,
  Table,
} from './catalogue/types.ts'
