/** Before the tests start, which would all make them at once. */
export { prepareTemplates as default } from '../../packages/store/test/template.ts'
