/** The error envelope of Dataverse. */
export interface DataverseErrorBody {
  readonly error?: { readonly code?: string; readonly message?: string }
}
