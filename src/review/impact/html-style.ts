/** The style of the page, and the hash by which its own rule lets it in; a test sees that they belong together. */
export const style = `:root{color-scheme:light dark;--text:#1b1f24;--soft:#59636e;--line:#d8dee4;--page:#fff;--panel:#f6f8fa;--gain:#1a7f4b;--lose:#c0392b;--before:#8c959f;--after:#0969da}
@media(prefers-color-scheme:dark){:root{--text:#e6edf3;--soft:#9aa4af;--line:#343b43;--page:#0d1117;--panel:#161b22;--gain:#3fb970;--lose:#f0766a;--before:#7d8590;--after:#58a6ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans","PingFang SC","PingFang TC","Microsoft YaHei","Microsoft JhengHei","Noto Sans CJK SC",sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.25rem 1rem 3rem}
h1{font-size:1.35rem;line-height:1.3;margin:0 0 .25rem}
h2{font-size:1.05rem;margin:2rem 0 .5rem}
h3{font-size:.95rem;margin:0 0 .25rem}
p{margin:.35rem 0}
.soft,caption{color:var(--soft)}
.head{font-weight:600}
.failed{color:var(--lose);font-weight:600}
.passed{color:var(--gain)}
.table{overflow-x:auto;border:1px solid var(--line);border-radius:6px;max-height:32rem;overflow-y:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:.35rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);min-width:5rem;max-width:28rem;overflow-wrap:break-word}
thead th{position:sticky;top:0;background:var(--panel);font-weight:600;white-space:nowrap}
tbody tr:last-child td{border-bottom:0}
@media(max-width:40rem){th,td{padding:.3rem .45rem;font-size:.87rem}td:not(.number){min-width:7.5rem}}
.number{text-align:right;white-space:nowrap;min-width:0}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1rem;margin-top:1rem}
figure{margin:0;padding:.75rem;border:1px solid var(--line);border-radius:6px;background:var(--panel);min-width:0}
svg{display:block;width:100%;height:auto;font:12px system-ui,sans-serif}
summary{cursor:pointer;color:var(--soft);padding:.35rem 0}
.grid{stroke:var(--line)}
.axis{stroke:var(--soft)}
.tick{fill:var(--soft)}
.name,.value{fill:var(--text)}
.gain{fill:var(--gain)}
.lose{fill:var(--lose)}
.curve{stroke-width:2;fill:none}
.curve.before{stroke:var(--before);stroke-dasharray:5 4}
.curve.after{stroke:var(--after)}
.dot.before{fill:none;stroke:var(--before)}
.dot.after{fill:var(--after);fill-opacity:.65}
`
export const styleHash = 'sha256-qD6WlcJRfgFMabxlR4efMJG0BMSc8S4N9OYMxNp3Cks='
