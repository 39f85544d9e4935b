/** Part of every address that the hostile bodies would have asked. */
const EVIL = 'evil.example'

/** What mail is laid out with; anything else is a danger until somebody thinks of it. */
const HARMLESS = new Set(
  `HTML HEAD BODY STYLE P DIV SPAN A AREA MAP IMG PICTURE TABLE TBODY THEAD TFOOT TR TD TH CAPTION COL
   COLGROUP UL OL LI DL DT DD B I U S EM STRONG SMALL BIG SUB SUP FONT CENTER BR HR H1 H2 H3 H4 H5 H6 PRE
   CODE BLOCKQUOTE DETAILS SUMMARY MARQUEE DATALIST LABEL FIELDSET LEGEND`.split(/\s+/),
)
const ADDRESSES = new Set(['href', 'src'])
const LOADING_CSS = /url\s*\(|image-set|@import|expression\s*\(|</i

/** What a browser would do with it once it is shown, by walking through what it would make of it. */
export function dangersOf(html: string): readonly string[] {
  const { documentElement: root } = new DOMParser().parseFromString(html, 'text/html')
  const found: string[] = []
  for (const element of [root, ...root.querySelectorAll('*')]) {
    const { tagName } = element
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml' || !HARMLESS.has(tagName)) {
      found.push(`element ${tagName}`)
    }
    for (const { name, value } of element.attributes) {
      const what = `${tagName} ${name}=${value.slice(0, 80)}`
      if (/^on|^(srcdoc|formaction|action|ping|popover|srcset|background|is)$/i.test(name))
        found.push(what)
      if (name === 'style' && LOADING_CSS.test(value)) found.push(what)
      if (/^(id|name)$/.test(name) && value in document) found.push(what)
      if (ADDRESSES.has(name)) {
        const isLink = tagName === 'A' || tagName === 'AREA'
        const may = isLink ? /^(https?:|\/\/|mailto:|tel:|#)/i : /^data:image\/(png|gif|jpeg|webp)/i
        if (!may.test(value)) found.push(what)
      } else if (value.includes(EVIL) && !/^(title|alt|id|class)$/.test(name)) {
        found.push(what)
      }
    }
    if (tagName === 'STYLE' && LOADING_CSS.test(element.textContent ?? '')) {
      found.push(`style ${element.textContent}`)
    }
  }
  return found
}
