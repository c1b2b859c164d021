/** The report's only style; system colours and fonts, so contrast is the reader's own. */
export const REPORT_STYLE = `
:root{color-scheme:light dark}
body{margin:0 auto;max-width:60rem;padding:1.5rem 1rem;font:1rem/1.5 system-ui,sans-serif}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:bold;padding:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.35rem .5rem;border-bottom:1px solid}
section{margin-top:2rem}
li{margin:.5rem 0;overflow-wrap:anywhere}
code{overflow-wrap:anywhere}
.error{border-left:.3rem solid;padding-left:.5rem}
small{display:block}
@media(max-width:40rem){table{display:block;overflow-x:auto}}
@media print{section{break-inside:avoid}}
`;

/** SHA-256 of {@link REPORT_STYLE} as a content security policy names it; a test holds the two together. */
export const REPORT_STYLE_HASH = "sha256-MrHHxPEQpzk8EwkL8+xEfgYRWmLxKyJV0UMqWBvIMcM=";
