/** Styles made by script, and those of the frames that show mail, carry it. */
export const nonce: string | undefined = document.querySelector<HTMLElement>(
  'meta[property=csp-nonce]',
)?.nonce
