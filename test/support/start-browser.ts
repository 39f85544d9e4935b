/** Before the tests start, which share it; it ends after them. */
export { serveBrowser as default } from './chromium.ts'
