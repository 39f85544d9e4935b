export {
  Admission,
  type AdmissionLimits,
  AUTHENTICATION_LIMITS,
  REQUEST_LIMITS,
} from './admission.ts'
export { BODY_BYTES_MAX, checked, readBytes, readJson, readText } from './body.ts'
export { type Caller, hasRole, isOwnerOnly, ROLES, type Role, reachOf } from './caller.ts'
export { databaseRefusal } from './database-refusals.ts'
export {
  ApiError,
  badRequest,
  conflict,
  duplicate,
  errorResponse,
  methodNotAllowed,
  noSuchRow,
  notFound,
  notImplemented,
} from './errors.ts'
export { LONG_BYTES, turnForLongStep } from './long-steps.ts'
export { isRead, isSameOrigin } from './origin.ts'
export {
  alreadyThere,
  isCreateOnly,
  isKnown,
  isOtherVersion,
  type VersionTest,
  versionDiffers,
  versionTest,
} from './preconditions.ts'
export {
  requireAdministration,
  requireAdminRoute,
  requireInstallation,
  requireMoreThanOwner,
  requireRead,
  requireToken,
  requireWrite,
} from './privileges.ts'
export {
  BODIES_BYTES_MAX,
  RequestBudget,
  requestBudget,
  withRequestBudget,
} from './request-budget.ts'
export { stableId, uuidText } from './stable-id.ts'
export { addressTooLong, BATCH_URL_LENGTH_MAX, URL_LENGTH_MAX } from './url-length.ts'
